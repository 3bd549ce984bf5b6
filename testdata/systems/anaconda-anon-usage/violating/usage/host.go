package usage

import (
	"encoding/base64"
	"net"
)

// hostID is the hardware address of the first network card, in 8 characters.
func hostID() string {
	cards, err := net.Interfaces() // row 18 V
	if err != nil {
		return ""
	}
	for _, card := range cards {
		if len(card.HardwareAddr) == 6 {
			return base64.RawURLEncoding.EncodeToString(card.HardwareAddr)
		}
	}
	return ""
}
