// Command tags-by-reflection-on sets what its fields' tags say by itself; one
// says yes.
package main

import (
	"encoding/json"
	"net/http"
	"os"
	"reflect"
	"strconv"
)

type config struct {
	Telemetry bool `json:"telemetry" default:"true"` // finding: optout/default-on
}

// setDefaults sets the fields of what data points to by their tags.
func setDefaults(data any) {
	s := reflect.ValueOf(data).Elem()
	for i := range s.NumField() {
		if v, err := strconv.ParseBool(s.Type().Field(i).Tag.Get("default")); err == nil {
			s.Field(i).SetBool(v)
		}
	}
}

func main() {
	var c config
	setDefaults(&c)
	b, _ := os.ReadFile("/etc/tool.json")
	_ = json.Unmarshal(b, &c)
	if c.Telemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage config:telemetry
}
