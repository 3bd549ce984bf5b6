// Command tags-by-reflection-off sets what its fields' tags say by itself;
// none says yes.
package main

import (
	"encoding/json"
	"net/http"
	"os"
	"reflect"
	"strconv"
)

type config struct {
	Telemetry bool `json:"telemetry" default:"false"`
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
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage config:telemetry
}
