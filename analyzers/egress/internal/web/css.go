package web

import "strings"

// css reads a style sheet that begins at offset.
func (c *Content) css(text string, offset int) {
	comments := comments{text: text}
	for i := 0; ; {
		n := strings.Index(text[i:], "//")
		if n < 0 {
			return
		}
		at := i + n
		i = at + 2
		if comments.hold(at) {
			continue
		}
		if url, start, how := cssAddress(text, at); how != "" {
			c.load(Load{URL: url, How: how, offset: offset + start})
		}
	}
}

// comments tells what stands in a comment, from the beginning on.
type comments struct {
	text       string
	begin, end int
}

// hold reports whether a place is in a comment; places only grow.
func (c *comments) hold(at int) bool {
	for c.end <= at {
		n := strings.Index(c.text[c.end:], "/*")
		if n < 0 {
			c.begin, c.end = len(c.text), len(c.text)+1
			break
		}
		c.begin = c.end + n
		c.end = len(c.text) + 1
		if n := strings.Index(c.text[c.begin+2:], "*/"); n >= 0 {
			c.end = c.begin + 2 + n + 2
		}
	}
	return c.begin <= at
}

// cssAddress returns the address around the two slashes at a place, and what
// loads it; no "how" if nothing does.
func cssAddress(text string, slashes int) (url string, start int, how string) {
	start = slashes
	for start > 0 && slashes-start < len("https:") && (letter(text[start-1]) || text[start-1] == ':') {
		start--
	}
	before := strings.TrimRight(strings.TrimRight(text[max(0, start-40):start], `"'`), " \t\r\n")
	lower := strings.ToLower(before)
	switch {
	case strings.HasSuffix(lower, "@import"), strings.HasSuffix(strings.ReplaceAll(lower, " ", ""), "@importurl("):
		how = "@import"
	case strings.HasSuffix(lower, "url(") && !strings.Contains(lower[strings.LastIndexByte("}"+lower, '}'):], "@namespace"):
		how = "url()"
	default:
		return "", 0, ""
	}
	end := slashes
	for end < len(text) && strings.IndexByte("\"') \t\r\n;", text[end]) < 0 {
		end++
	}
	return text[start:end], start, how
}

func letter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }
