// Package pages embeds web content.
package pages

import "embed"

// want +2 `^<script src> makes the reader's browser ask www.googletagmanager.com \(Google Tag Manager\); in web/index.html:6; https://www.googletagmanager.com/gtag/js\?id=G-1 \(webasset/tracker\)$`
//
//go:embed web/index.html
var Index []byte

// A directory brings in what is below it, but for drafts; what stood in a
// directive above is not reported again.
//
// want +2 `@import makes the reader's browser ask fonts.googleapis.com \(Google Fonts\); in web/page.css:2; .*remote-resource` `fetch makes the reader's browser ask releases.example.org; in js/app.js:3; https://releases.example.org/latest.json \(webasset/remote-resource\)`
//
//go:embed web
var Tree embed.FS

// want +2 `<iframe src> makes the reader's browser ask www.example.net; in odd/frame.tmpl:2; .*remote-resource`
//
//go:embed "odd/beacon.txt" odd/frame.tmpl
var Odd embed.FS

// want +2 `Referrer-Policy unsafe-url tells every site .*; in odd/policy.html:2 \(webasset/referrer-leak\)`
//
//go:embed odd/policy.html
var Policy string

// Three loads of one site in one file are one finding.
//
// want +2 `<img src> makes the reader's browser ask pixel.example.org; and 2 more times; in odd/often.html:1; https://pixel.example.org/a.gif`
//
//go:embed odd/often.html
var Often string
