// Command group runs its tasks in a group of goroutines.
package main

import (
	"net/http"
	"sync"
)

type group struct {
	wait sync.WaitGroup
	once sync.Once
	err  error
}

func (g *group) Go(f func() error) {
	g.wait.Add(1)
	go func() {
		defer g.wait.Done()
		if err := f(); err != nil {
			g.once.Do(func() { g.err = err })
		}
	}()
}

func main() {
	var g group
	g.Go(func() error { println("working"); return nil })
	g.Go(sendTelemetry)
	g.wait.Wait()
}

func sendTelemetry() error {
	_, err := http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
	return err
}
