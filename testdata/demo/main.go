// Command demo counts the words of a page on the web. It also does what many
// such programs do besides, so that optincheck has something to say about it.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"log"
	"net/http"
	"os"

	"example.org/demo/internal/release"
	"example.org/demo/internal/report"
)

var version = "1.4.0"

func main() {
	url := flag.String("url", "", "address of the page")
	usage := flag.Bool("usage-report", true, "tell the authors which features are used")
	crash := flag.Bool("crash-report", false, "tell the authors about crashes")
	flag.Parse()
	if flag.Arg(0) == "upgrade" {
		if err := release.Download(os.Stdout); err != nil {
			log.Fatal(err)
		}
		return
	}

	defer func() {
		if r := recover(); r != nil && *crash {
			report.Crash(version, fmt.Sprint(r))
		}
	}()
	if *usage {
		go report.Usage(version, "count")
	}
	release.Notify(version)

	if *url == "" {
		log.Fatal("-url is required")
	}
	fmt.Println(count(*url), "words")
}

// count does what the program is for.
func count(url string) (words int) {
	resp, err := http.Get(url)
	if err != nil {
		log.Fatal(err)
	}
	defer resp.Body.Close()
	text := bufio.NewScanner(resp.Body)
	text.Split(bufio.ScanWords)
	for text.Scan() {
		words++
	}
	return words
}
