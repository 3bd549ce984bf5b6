// Package fetched runs what it fetches.
package fetched

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"plugin"
)

const digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

// Marked is written with a bit for execution.
func Marked() error {
	body, err := get("https://dl.example.org/tool") // want `fetches code: the response is made executable; at fetched/fetched.go:26; nothing checks what comes \(codefetch/unverified\)$`
	if err != nil {
		return err
	}
	return os.WriteFile("/opt/example/tool", body, 0o755)
}

// Unpacked goes through a buffer and an unpacker into a plugin.
func Unpacked() error {
	body, err := get("https://dl.example.org/plugin.gz") // want `fetches code: the response is loaded into the program; at fetched/fetched.go:50; nothing checks what comes \(codefetch/unverified\)$`
	if err != nil {
		return err
	}
	var plain bytes.Buffer
	packed, err := gzip.NewReader(bytes.NewReader(body))
	if err != nil {
		return err
	}
	if _, err := io.Copy(&plain, packed); err != nil {
		return err
	}
	name := filepath.Join(os.TempDir(), "plugin.so")
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	defer file.Close()
	file.Write(plain.Bytes())
	_, err = plugin.Open(name)
	return err
}

// Compared runs only what has the digest that the program knows.
func Compared() error {
	body, err := get("https://dl.example.org/helper") // want `fetches code: the response is executed; at fetched/fetched.go:66; checked by a signature or digest \(codefetch/verified\)$`
	if err != nil {
		return err
	}
	if sum := sha256.Sum256(body); hex.EncodeToString(sum[:]) != digest {
		return errors.New("another helper")
	}
	if err := os.WriteFile("/opt/example/helper", body, 0o755); err != nil {
		return err
	}
	return exec.Command("/opt/example/helper").Run()
}

// Listed starts what it fetched by a list of words that has it first.
func Listed() error {
	body, err := get("https://dl.example.org/listed") // want `fetches code: the response is executed; .*codefetch/unverified`
	if err != nil {
		return err
	}
	file, err := os.CreateTemp("", "listed")
	if err != nil {
		return err
	}
	file.Write(body)
	var words []string
	words = append(words, file.Name(), "--version")
	return exec.Command(words[0], words[1:]...).Run()
}

// Both copies to a digest that nobody looks at.
func Both() error {
	resp, err := http.Get("https://dl.example.org/both") // want `fetches code: the response is made executable; .*codefetch/unverified`
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	file, err := os.OpenFile("/opt/example/both", os.O_CREATE|os.O_WRONLY, 0o755)
	if err != nil {
		return err
	}
	_, err = io.Copy(io.MultiWriter(os.Stderr, file), resp.Body)
	return err
}

func get(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
