package rule

import (
	"os"
	"strconv"
	"time"
)

// Today returns the day that Expires is compared with: that of
// SOURCE_DATE_EPOCH, so that a build can be repeated, else the present one.
func Today() time.Time {
	seconds, err := strconv.ParseInt(os.Getenv("SOURCE_DATE_EPOCH"), 10, 64)
	if err != nil {
		return time.Now().UTC()
	}
	return time.Unix(seconds, 0).UTC()
}
