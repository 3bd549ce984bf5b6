package world

import (
	"fmt"
	"os"
)

// A World holds what is known about the world outside the audited code. It is
// read-only after Load and safe for use by several goroutines.
type World struct {
	sinks    map[string]Sink
	notSinks map[string]string // symbol to the reason why it is no sink
	limits   map[string]bool   // functions and fields that bound how long a sink takes

	clients      map[string][]client // network clients by command name
	wrappers     map[string]wrapper
	interpreters map[string]map[string]bool

	sdks  map[string]*SDK
	sends map[string]Send
	inits map[string]Init
	keyed map[string]bool // SDKs that send nothing without a key

	hosts hostTable
	urls  []urlPattern          // the most telling first
	web   map[string][]WebEntry // by host pattern

	templates map[string]int // functions that write a template: the argument of its data

	identity     map[[2]string]Identity // by kind and name
	filePatterns []string
	spaces       map[string]string // input spaces: how many values there are

	turns    map[string]string // packages and functions to what they turn a value into
	apart    map[string]bool   // packages and functions that return nothing of their arguments
	last     map[string]bool   // functions that return the last element of a path
	carriers map[string][]Carrier
	partOf   map[string]string // fields to carriers
	tokens   map[string]map[string]bool

	code map[string]Code

	vocabulary map[string]bool
	groups     map[string]map[string]bool
	phrases    []phrase
	negatives  []negative
	aspects    map[string]bool
	hints      map[string]bool
	ci         map[string]bool   // environment variables
	modes      map[string]bool   // flags
	commands   map[string]string // words and flags to purpose

	prereleases map[string]bool

	models   map[string]Model
	called   map[string]bool   // well-known methods: whether passive packages call them, too
	passive  map[string]bool   // import paths
	deployed map[string]bool   // values of switches
	sessions map[string]string // variables: the directory that one names, or ""
	logins   map[string]bool   // commands that log the user in
	notices  map[string]bool   // pieces of messages that announce a report
	opaque   map[string]bool   // packages that are known by models alone

	defaultTags []string
	reflected   []string // methods
}

// A dataFile is one of the embedded files: its kinds of entry and where they
// go.
type dataFile struct {
	name, text string
	kinds      kinds
	add        func(*World, Line) error
}

func dataFiles() []dataFile {
	return []dataFile{
		{"sinks.txt", sinksText, sinkKinds(), (*World).addSink},
		{"exec.txt", execText, execKinds(), (*World).addExec},
		{"sdks.txt", sdksText, sdkKinds(), (*World).addSDK},
		{"hosts.txt", hostsText, hostKinds(), (*World).addHost},
		{"urls.txt", urlsText, urlKinds(), (*World).addURL},
		{"web.txt", webText, webKinds(), (*World).addWeb},
		{"code.txt", codeText, codeKinds(), (*World).addCode},
		{"words.txt", wordsText, wordKinds(), (*World).addWord},
		{"identity.txt", identityText, identityKinds(), (*World).addIdentity},
		{"flows.txt", flowsText, flowKinds(), (*World).addFlow},
		{"models.txt", modelsText, allKinds(), (*World).addModel},
	}
}

// Load reads the embedded data. The error is of type Errors and holds every
// mistake. Load once per run and pass the result on.
func Load() (*World, error) { return load(dataFiles()) }

// LoadWith reads the embedded data and files of models that a user wrote, in
// the format of models.txt, by their names. What they say of a function takes
// the place of what the embedded data say. The error is of type Errors, or
// says which file cannot be read.
func LoadWith(names ...string) (*World, error) {
	files := dataFiles()
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("%w; name a file of the format of models.txt", err)
		}
		files = append(files, dataFile{name, string(text), allKinds(), (*World).addModel})
	}
	return load(files)
}

func load(files []dataFile) (*World, error) {
	w := &World{
		models: map[string]Model{}, called: map[string]bool{}, passive: map[string]bool{}, sessions: map[string]string{}, deployed: map[string]bool{}, opaque: map[string]bool{}, logins: map[string]bool{}, notices: map[string]bool{},
		sinks: map[string]Sink{}, notSinks: map[string]string{}, limits: map[string]bool{},
		clients: map[string][]client{}, wrappers: map[string]wrapper{}, interpreters: map[string]map[string]bool{},
		sdks: map[string]*SDK{}, sends: map[string]Send{}, inits: map[string]Init{}, keyed: map[string]bool{},
		hosts: hostTable{}, web: map[string][]WebEntry{}, templates: map[string]int{}, code: map[string]Code{}, identity: map[[2]string]Identity{}, spaces: map[string]string{},
		turns: map[string]string{}, apart: map[string]bool{}, last: map[string]bool{}, carriers: map[string][]Carrier{}, partOf: map[string]string{}, tokens: map[string]map[string]bool{},
		vocabulary: map[string]bool{}, groups: map[string]map[string]bool{},
		aspects: map[string]bool{}, hints: map[string]bool{}, ci: map[string]bool{}, modes: map[string]bool{}, prereleases: map[string]bool{}, commands: map[string]string{},
	}
	var errs Errors
	for _, f := range files {
		lines, bad := read(f.name, f.text, f.kinds)
		errs = append(errs, bad...)
		for _, l := range lines {
			if err := f.add(w, l); err != nil {
				errs = append(errs, Error{l.Pos, err.Error()})
			}
		}
	}
	if errs != nil {
		return nil, errs
	}
	w.sortURLs()
	return w, nil
}
