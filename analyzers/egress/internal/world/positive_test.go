package world

import "testing"

// A name that says no has one that says yes, written in the same way.
func TestPositive(t *testing.T) {
	w := mustLoad(t)
	for name, want := range map[string]string{
		"CHECKPOINT_DISABLE":            "CHECKPOINT_ENABLE",
		"X_NO_TELEMETRY":                "X_ENABLE_TELEMETRY",
		"no-telemetry":                  "enable-telemetry",
		"SKIP_UPDATE_CHECK":             "ENABLE_UPDATE_CHECK",
		"HOOKDECK_CLI_TELEMETRY_OPTOUT": "HOOKDECK_CLI_TELEMETRY_OPTIN",
		"SQA_OPT_OUT":                   "SQA_OPT_IN",
		"disable_telemetry":             "enable_telemetry",
		"disableUpdateCheck":            "enableUpdateCheck",
		"NoTelemetry":                   "EnableTelemetry",
		"telemetryOptOut":               "telemetryOptIn",
		"INFLUXD_REPORTING_DISABLED":    "INFLUXD_REPORTING_ENABLED",
		"DO_NOT_TRACK":                  "",
		"SERIAL_NO":                     "",
		"X_TELEMETRY":                   "",
		"NOTIFY_DISABLEMENT":            "",
		"":                              "",
	} {
		got, ok := w.Positive(name)
		if got != want || ok != (want != "") {
			t.Errorf("Positive(%q) = %q, %t; want %q", name, got, ok, want)
		}
	}
}
