package differ

import (
	"fmt"
	"strings"
)

// A source is something that may be set from outside. make returns a condition.
type source struct {
	name string
	make func(m *maker) string
}

// source chooses one; a program asks at most once of the kinds that can only
// be asked once.
func (m *maker) source() string {
	for {
		s := sources[m.IntN(len(sources))]
		flag, command := strings.HasPrefix(s.name, "flag"), s.name == "command"
		if (s.name == "prompt" || command) && m.once[s.name] || flag && m.once["command"] || command && m.imports["flag"] {
			continue
		}
		m.once[s.name] = true
		m.shape(s.name)
		return s.make(m)
	}
}

var sources = []source{
	{"env", func(m *maker) string {
		k := m.env("1", "0", "on", "off", "true", "false")
		return fmt.Sprintf(m.pick(`os.Getenv(%q) != ""`, `os.Getenv(%q) == ""`, `os.Getenv(%q) == "1"`, `os.Getenv(%q) != "off"`,
			`os.Getenv(%q) == "on"`, `!strings.EqualFold(os.Getenv(%q), "off")`, `strings.ToLower(os.Getenv(%q)) == "true"`), k)
	}},
	{"env looked up", func(m *maker) string {
		k, v := m.env("", "1", "0"), m.name("ok")
		m.stmt("_, %s := os.LookupEnv(%q)", v, k)
		return m.pick("", "!") + v
	}},
	{"env parsed", func(m *maker) string {
		k, v, err := m.env("1", "0", "true", "false", "x"), m.name("v"), m.name("err")
		m.use("strconv")
		m.stmt("%s, %s := strconv.ParseBool(os.Getenv(%q))", v, err, k)
		return fmt.Sprintf(m.pick("%[1]s && %[2]s == nil", "%[2]s != nil || %[1]s", "%[2]s == nil && !%[1]s", "!%[1]s || %[2]s != nil"), v, err)
	}},
	{"env with a default", func(m *maker) string {
		m.declOnce("func env(key, otherwise string) string {\nif v := os.Getenv(key); v != \"\" {\nreturn v\n}\nreturn otherwise\n}")
		return fmt.Sprintf("env(%q, %q) %s \"on\"", m.env("on", "off", "1"), m.pick("on", "off"), m.pick("==", "!="))
	}},
	{"env of several names", func(m *maker) string {
		m.declOnce("func anySet(keys ...string) bool {\nfor _, k := range keys {\nif os.Getenv(k) != \"\" {\nreturn true\n}\n}\nreturn false\n}")
		return fmt.Sprintf("%sanySet(%q, %q)", m.pick("", "!"), m.env("1"), m.env("1"))
	}},
	{"flag", func(m *maker) string {
		k, v := m.flag("true", "false"), m.name("f")
		if def := m.pick("true", "false"); m.IntN(2) == 0 {
			m.decl("var %s = flag.Bool(%q, %s, \"\")", v, k, def)
		} else {
			m.defs = append(m.defs, fmt.Sprintf("%s := flag.Bool(%q, %s, \"\")", v, k, def))
		}
		return m.pick("", "!") + "*" + v
	}},
	{"flag in a field", func(m *maker) string {
		k, t, v := m.flag("true", "false"), m.name("options"), m.name("o")
		m.decl("type %s struct{ report, quiet bool }", t)
		m.defs = append(m.defs, fmt.Sprintf("var %s %s", v, t))
		m.defs = append(m.defs, fmt.Sprintf("flag.BoolVar(&%s.report, %q, %s, \"\")", v, k, m.pick("true", "false")))
		return m.pick("", "!") + v + ".report"
	}},
	{"flag of text", func(m *maker) string {
		k, v := m.flag("on", "off", "local"), m.name("f")
		m.defs = append(m.defs, fmt.Sprintf("%s := flag.String(%q, %q, \"\")", v, k, m.pick("on", "off", "local")))
		return "*" + v + m.pick(` == "on"`, ` != "off"`, ` == "off"`)
	}},
	{"flag of a number", func(m *maker) string {
		k, v := m.flag("0", "1", "7"), m.name("f")
		m.defs = append(m.defs, fmt.Sprintf("%s := flag.Int(%q, %s, \"\")", v, k, m.pick("0", "5")))
		return "*" + v + m.pick(" > 0", " == 0", " >= 3")
	}},
	{"setting", func(m *maker) string {
		key, t, v := m.name("allow"), m.name("settings"), m.name("s")
		m.loads()
		m.asks("config", key, "true", "false")
		m.decl("type %s struct {\nReport bool `json:%q`\n}", t, key)
		m.stmt(m.pick("%[1]s := %[2]s{Report: true}", "%[1]s := %[2]s{}", "var %[1]s %[2]s"), v, t)
		m.stmt("load(&%s)", v)
		return m.pick("", "!") + v + ".Report"
	}},
	{"setting that may be nil", func(m *maker) string {
		key, t, v := m.name("allow"), m.name("settings"), m.name("s")
		m.loads()
		m.asks("config", key, "true", "false")
		m.decl("type %s struct {\nReport *bool `json:%q`\n}", t, key)
		m.stmt("var %s %s\nload(&%s)", v, t, v)
		return fmt.Sprintf(m.pick("%[1]s == nil || *%[1]s", "%[1]s != nil && *%[1]s", "%[1]s != nil && !*%[1]s", "%[1]s == nil || !*%[1]s"), v+".Report")
	}},
	{"struct tag", func(m *maker) string {
		key, t, v := m.name("allow"), m.name("settings"), m.name("s")
		m.loads()
		m.use("reflect", "strconv")
		m.asks("config", key, "true", "false")
		m.declOnce(setDefaults)
		m.decl("type %s struct {\nReport bool `json:%q default:%q`\n}", t, key, m.pick("true", "false"))
		m.stmt("var %s %s\nsetDefaults(&%s)\nload(&%s)", v, t, v, v)
		return m.pick("", "!") + v + ".Report"
	}},
	{"file", func(m *maker) string {
		file, v := m.name("refused"), m.name("err")
		m.use("os", "path/filepath")
		m.asks("file", "~/.tool/"+file, "1")
		m.declOnce("func home(name string) string {\ndir, _ := os.UserHomeDir()\nreturn filepath.Join(dir, \".tool\", name)\n}")
		m.stmt("_, %s := os.Stat(home(%q))", v, file)
		return v + m.pick(" == nil", " != nil")
	}},
	{"mode file", func(m *maker) string {
		file, f := m.name("mode"), m.name("mode")
		m.use("os", "path/filepath", "strings")
		m.asks("file", "~/.tool/"+file, "on", "off", "local")
		m.declOnce("func home(name string) string {\ndir, _ := os.UserHomeDir()\nreturn filepath.Join(dir, \".tool\", name)\n}")
		m.decl("func %s() string {\ndata, err := os.ReadFile(home(%q))\nif err != nil {\nreturn %q\n}\nreturn strings.TrimSpace(string(data))\n}", f, file, m.pick("on", "local"))
		return f + m.pick(`() == "on"`, `() != "off"`, `() == "off"`)
	}},
	{"prompt", func(m *maker) string {
		v := m.name("answer")
		m.use("bufio", "os", "strings")
		m.asks("prompt", "", "y", "n")
		m.stmt("%s, _ := bufio.NewReader(os.Stdin).ReadString('\\n')\n%s = strings.TrimSpace(%s)", v, v, v)
		return v + m.pick(` == "y"`, ` != "n"`, ` == "n"`)
	}},
	{"command", func(m *maker) string {
		return fmt.Sprintf("len(os.Args) > 1 && os.Args[1] == %q", m.word())
	}},
}

const setDefaults = `func setDefaults(data any) {
	s := reflect.ValueOf(data).Elem()
	for i := range s.NumField() {
		if v, err := strconv.ParseBool(s.Type().Field(i).Tag.Get("default")); err == nil {
			s.Field(i).SetBool(v)
		}
	}
}`

// env asks for a variable of the program's own.
func (m *maker) env(values ...string) string {
	m.use("os", "strings")
	m.declOnce("var _ = strings.ToLower")
	k := m.name("X_ALLOW_")
	m.asks("env", k, values...)
	return k
}

// flag defines a flag. Its name is the program's own, since all programs are
// linked into one binary.
func (m *maker) flag(values ...string) string {
	m.use("flag")
	k := m.name(m.p.Name + "-allow-")
	m.asks("flag", k, values...)
	return k
}

// loads declares what fills settings from the user's file.
func (m *maker) loads() {
	m.use("encoding/json", "os", "path/filepath")
	m.declOnce(`func load(settings any) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return
	}
	if data, err := os.ReadFile(filepath.Join(dir, "tool", "config.json")); err == nil {
		_ = json.Unmarshal(data, settings)
	}
}`)
}
