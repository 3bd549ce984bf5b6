//go:build race

package system

// The race detector sees threads of one process, and its processes are large:
// a tenth of the crowd will do.
const perWave = 25
