// Package pool calls what arrives.
package pool

// Run calls the next job.
func Run(jobs <-chan func()) { (<-jobs)() }
