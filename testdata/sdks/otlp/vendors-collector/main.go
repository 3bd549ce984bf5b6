// Command vendors-collector exports measurements to a company that collects
// them, and asks nobody.
package main

import (
	"context"

	"go.opentelemetry.io/otel/exporters/otlp/otlpmetric/otlpmetrichttp"
	"go.opentelemetry.io/otel/sdk/metric/metricdata"
)

func main() {
	exporter, err := otlpmetrichttp.New(context.Background(), otlpmetrichttp.WithEndpoint("api.honeycomb.io"))
	if err != nil {
		return
	}
	exporter.Export(context.Background(), new(metricdata.ResourceMetrics)) // behaviour: unconditional usage // finding: telemetry/no-consent telemetry/third-party-collector
}

// vet: at-most
