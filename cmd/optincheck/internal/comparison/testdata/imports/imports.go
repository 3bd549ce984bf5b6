// Package imports has the weakened variants' imports typed with the rest.
package imports

import (
	_ "math/rand"
	_ "net"
	_ "os/user"
	_ "time"
)
