// Package allowed loads from a host that the policy names, and from another.
package allowed

const named = `<script src="https://maps.example.org/map.js"></script>`

const other = `<script src="https://tiles.example.org/map.js"></script>` // want `ask tiles.example.org`

const accepted = `<script src="https://cdn.example.org/map.js"></script>`
