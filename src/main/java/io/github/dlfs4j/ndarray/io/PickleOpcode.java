package io.github.dlfs4j.ndarray.io;

/**
 * The instructions of pickle protocols 0 to 5, named as in Python's {@code pickletools}. A {@link PickleMachine}
 * executes only a few; it refuses the others by name.
 */
enum PickleOpcode {
    // Protocol 0, in text
    MARK('('),
    STOP('.'),
    POP('0'),
    DUP('2'),
    FLOAT('F', PickleOpcode.LINE),
    INT('I', PickleOpcode.LINE),
    LONG('L', PickleOpcode.LINE),
    NONE('N'),
    PERSID('P', PickleOpcode.LINE),
    REDUCE('R'),
    STRING('S', PickleOpcode.LINE),
    UNICODE('V', PickleOpcode.LINE),
    APPEND('a'),
    BUILD('b'),
    GLOBAL('c'),
    DICT('d'),
    GET('g', PickleOpcode.LINE),
    INST('i'),
    LIST('l'),
    PUT('p', PickleOpcode.LINE),
    SETITEM('s'),
    TUPLE('t'),
    // Protocol 1
    POP_MARK('1'),
    BINFLOAT('G', 8),
    BININT('J', 4),
    BININT1('K', 1),
    BININT2('M', 2),
    BINPERSID('Q'),
    BINSTRING('T', 4),
    SHORT_BINSTRING('U', 1),
    BINUNICODE('X', 4),
    EMPTY_LIST(']'),
    APPENDS('e'),
    BINGET('h', 1),
    LONG_BINGET('j', 4),
    OBJ('o'),
    BINPUT('q', 1),
    LONG_BINPUT('r', 4),
    SETITEMS('u'),
    EMPTY_TUPLE(')'),
    EMPTY_DICT('}'),
    // Protocol 2
    PROTO(0x80),
    NEWOBJ(0x81),
    EXT1(0x82),
    EXT2(0x83),
    EXT4(0x84),
    TUPLE1(0x85),
    TUPLE2(0x86),
    TUPLE3(0x87),
    NEWTRUE(0x88),
    NEWFALSE(0x89),
    LONG1(0x8a, 1),
    LONG4(0x8b),
    // Protocol 3
    BINBYTES('B', 4),
    SHORT_BINBYTES('C', 1),
    // Protocol 4
    SHORT_BINUNICODE(0x8c, 1),
    BINUNICODE8(0x8d, 8),
    BINBYTES8(0x8e, 8),
    EMPTY_SET(0x8f),
    ADDITEMS(0x90),
    FROZENSET(0x91),
    NEWOBJ_EX(0x92),
    STACK_GLOBAL(0x93),
    MEMOIZE(0x94),
    FRAME(0x95, 8),
    // Protocol 5
    BYTEARRAY8(0x96, 8),
    NEXT_BUFFER(0x97),
    READONLY_BUFFER(0x98);

    private static final PickleOpcode[] BY_CODE = new PickleOpcode[256];

    static {
        for (PickleOpcode opcode : values()) {
            BY_CODE[opcode.code] = opcode;
        }
    }

    /** The size of an operand that is a line of text. */
    static final int LINE = -1;

    private final int code;
    private final int operandSize;

    PickleOpcode(int code) {
        this(code, 0);
    }

    PickleOpcode(int code, int operandSize) {
        this.code = code;
        this.operandSize = operandSize;
    }

    /** Returns the instruction with that code, or null if there is none. */
    static PickleOpcode of(int code) {
        return BY_CODE[code];
    }

    int code() {
        return code;
    }

    /**
     * Returns the number of bytes of the number after the code, which may be the length of a text that follows it. It
     * is 0 if there is no such number, and {@link #LINE} if there is a line.
     */
    int operandSize() {
        return operandSize;
    }

    /** Returns the protocol that introduced the instruction: 0, 1, or 2 for protocol 2 and later. */
    int protocol() {
        if (compareTo(POP_MARK) < 0) {
            return 0;
        }
        return compareTo(PROTO) < 0 ? 1 : 2;
    }
}
