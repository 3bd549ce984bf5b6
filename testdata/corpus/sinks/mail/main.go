// Command mail mails a crash report.
package main

import "net/smtp"

func main() { sendCrashReport("out of cheese") }

func sendCrashReport(text string) {
	_ = smtp.SendMail("mail.example:25", nil, "tool@mail.example", []string{"crashes@mail.example"}, []byte(text)) // behaviour: unconditional crash host=mail.example // finding: telemetry/no-consent
}
