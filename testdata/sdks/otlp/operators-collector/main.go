// Command operators-collector exports measurements to the collector that its
// operator names, and nowhere else.
package main

import (
	"context"
	"flag"

	"go.opentelemetry.io/otel/exporters/otlp/otlpmetric/otlpmetrichttp"
	"go.opentelemetry.io/otel/sdk/metric/metricdata"
)

func main() {
	endpoint := flag.String("otlp-endpoint", "", "where to export measurements to")
	flag.Parse()
	if *endpoint == "" {
		return
	}
	exporter, err := otlpmetrichttp.New(context.Background(), otlpmetrichttp.WithEndpointURL(*endpoint))
	if err != nil {
		return
	}
	exporter.Export(context.Background(), new(metricdata.ResourceMetrics)) // behaviour: opt-in usage flag:otlp-endpoint
}
