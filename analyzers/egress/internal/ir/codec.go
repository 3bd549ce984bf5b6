package ir

import (
	"bytes"
	"compress/flate"
	"encoding/gob"
	"fmt"
	"io"
)

// Encode writes units so that Decode reads them back: gob, compressed. The
// same units give the same bytes.
func Encode(units []*Unit) ([]byte, error) {
	var buf bytes.Buffer
	z, err := flate.NewWriter(&buf, flate.BestSpeed)
	if err != nil {
		return nil, err
	}
	if err := gob.NewEncoder(z).Encode(units); err != nil {
		return nil, fmt.Errorf("encode units: %w", err)
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}

// Decode reads what Encode wrote.
func Decode(data []byte) ([]*Unit, error) {
	z := flate.NewReader(bytes.NewReader(data))
	var units []*Unit
	if err := gob.NewDecoder(z).Decode(&units); err != nil && err != io.EOF {
		return nil, fmt.Errorf("decode units: %w", err)
	}
	return units, nil
}
