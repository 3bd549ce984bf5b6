// Command 11-system-call connects by a system call.
package main

import "syscall"

func main() { sendTelemetry() }

func sendTelemetry() {
	fd, err := syscall.Socket(syscall.AF_INET, syscall.SOCK_STREAM, 0)
	if err != nil {
		return
	}
	_ = syscall.Connect(fd, &syscall.SockaddrInet4{Port: 4000, Addr: [4]byte{192, 0, 2, 1}}) // behaviour: unconditional usage // finding: telemetry/no-consent
}
