//go:build !race

package system

const perWave = 250
