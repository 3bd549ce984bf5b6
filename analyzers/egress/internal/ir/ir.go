// Package ir is the engine's own form of a Go package: what go/ssa says about
// it, without types, syntax or positions of other packages, so that it is
// small, can be kept, and can be handed from package to package as a fact.
//
// A Unit names everything outside itself by symbol (import/path:Type.Method),
// and is meaningful alone. The evaluation links units by those symbols.
package ir

// A Unit is one lowered package.
type Unit struct {
	Path    string // import path, after the last "/vendor/"
	Module  string // module path; empty in GOPATH mode
	Version string // module version; empty for a main module
	Name    string // package name

	Strings []string // pool; index 0 is ""
	Consts  []Const
	Types   []Type // index 0 is the unknown type
	Funcs   []*Func
	Globals []Global
	Files   []string // pool of file names

	Exported []int32 // functions of the exported API: indices into Funcs
	Blind    []Blind // places where a sink could hide
	Imports  []string
	Opaque   []string // symbols of functions left out of the unit
}

// A Blind is a place that the evaluation cannot look into.
type Blind struct {
	Kind string // reflect, cgo, assembly, plugin, linkname
	Pos  Pos
}

// Pos is a place in one of the unit's files.
type Pos struct {
	File int32 // index into Files
	Line int32
	Col  int32
}

// ConstKind is the kind of a constant.
type ConstKind uint8

// The kinds of constant.
const (
	Bool ConstKind = iota + 1
	Int
	Float
	String
)

// A Const is a constant: Text is exact ("true", "42", a quoted-free string).
type Const struct {
	Kind ConstKind
	Text string
}

// Kind classifies a type as far as the evaluation needs it.
type Kind uint8

// The kinds of type.
const (
	KOther Kind = iota
	KBool
	KInt
	KFloat
	KString
	KPointer
	KInterface
	KFunc
	KMap
	KSlice
	KArray
	KChan
	KStruct
	KTuple
)

// A Type describes a type.
type Type struct {
	Kind    Kind
	Key     string  // identity: types.TypeString with full import paths
	Symbol  string  // import/path:Name when the type is named, or a pointer to it
	Elem    int32   // pointer, slice, array, channel, map: the element
	Len     int64   // array
	Fields  []Field // struct
	Methods []Method
	Error   bool // implements error
}

// A Field is one field of a struct type.
type Field struct {
	Name     string
	Symbol   string // import/path:Type.Field of its origin
	Tag      string
	Type     int32
	Embedded bool
	Pos      Pos
}

// A Method is one entry of a method set: for an interface, Func is empty.
type Method struct {
	Name string
	Func string // symbol
}

// A Global is a package-level variable.
type Global struct {
	Symbol   string
	Type     int32 // of what it holds
	Exported bool
	Linkable bool   // a string that -ldflags -X may set and nothing else assigns
	Text     string // of the file that is embedded in it, if that is settings
	Pos      Pos
}

// A Func is a function with a body.
type Func struct {
	Symbol   string
	Name     string // Type.Method or F$1
	Parent   string // symbol of the function that a closure belongs to
	Pos      Pos
	Params   []Param // receiver first
	FreeVars int32
	Results  []int32 // types
	ErrLast  bool    // the last result is an error
	Blocks   []Block
	Instrs   []Instr
	Consts   []int32 // of what the body compares with: candidates for "what if"
	Synth    bool    // wrapper that no source line has
}

// A Param is a parameter.
type Param struct {
	Name string
	Type int32
}

// A Block is a basic block: Instrs[Start:End].
type Block struct {
	Start, End int32
	Preds      []int32
	Succs      []int32
	Idom       int32
}

// An Instr computes register NumParams+FreeVars+its index.
type Instr struct {
	Op    Op
	Sub   uint8 // token of BinOp and UnOp, flags of others
	Pos   Pos
	Type  int32 // of the result, or the asserted or boxed type
	Sym   int32 // Strings: field symbol, method name, condition text, callee symbol
	Args  []Arg
	Num   int32   // field or tuple index, number of something
	Paths []int32 // Alloc: fields (by path) definitely stored; Store: paths overwritten later
}

// ArgKind says what an argument refers to.
type ArgKind uint8

// The kinds of argument.
const (
	None     ArgKind = iota
	Reg              // register I
	Constant         // Consts[I]
	Nil              // nil or zero of Types[I]
	Function         // symbol Strings[I]
	Variable         // address of the global with symbol Strings[I]
	Builtin          // builtin Strings[I]
)

// An Arg is an operand.
type Arg struct {
	Kind ArgKind
	I    int32
}

// Op is an operation.
type Op uint8

// The operations. Where nothing else is said, they are those of go/ssa.
const (
	OpOther Op = iota
	OpAlloc
	OpPhi
	OpBinOp
	OpNot
	OpNeg
	OpLoad
	OpRecv
	OpCopy    // ChangeType, ChangeInterface: the operand itself
	OpConvert // between basic types
	OpBox     // MakeInterface
	OpExtract
	OpField
	OpFieldAddr
	OpIndex
	OpIndexAddr
	OpLookup
	OpMakeChan
	OpMakeClosure
	OpMakeMap
	OpMakeSlice
	OpSlice // Sub: of an array
	OpMapUpdate
	OpRange
	OpNext
	OpSelect
	OpSend
	OpStore  // Sub&1: nothing was stored there before
	OpAssert // TypeAssert; Sub&1: comma-ok
	OpCall   // Args[0] is the callee
	OpInvoke // Sym is the method, Args[0] the receiver
	OpGo
	OpGoInvoke
	OpDefer
	OpDeferInvoke
	OpPanic
	OpReturn
	OpIf
	OpJump
)

// Tokens of OpBinOp in Instr.Sub.
const (
	Add uint8 = iota + 1
	Sub
	Mul
	Quo
	Rem
	And
	Or
	Xor
	Shl
	Shr
	AndNot
	Eql
	Neq
	Lss
	Leq
	Gtr
	Geq
)

// NumRegs is the number of registers before the first instruction's.
func (f *Func) NumRegs() int { return len(f.Params) + int(f.FreeVars) }
