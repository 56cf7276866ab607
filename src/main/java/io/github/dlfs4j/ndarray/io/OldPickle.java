package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.ndarray.io.PickleValue.Global;
import java.io.IOException;

/**
 * A file that does not begin like a pickle of protocol 2 to 5. This class tells whether it is a pickle of protocol 0 or
 * 1, which can begin with any instruction. It walks through the file without executing it. Some attacks are written in
 * protocol 0, so an unexpected name is reported first. A file with more instructions than {@link PickleMachine} would
 * execute counts as a pickle.
 */
final class OldPickle {
    private final CheckedInput in;

    OldPickle(CheckedInput in) {
        this.in = in;
    }

    /**
     * Says what is wrong with the file.
     *
     * @param first the code of the first instruction, which has already been read
     */
    FileFormatException fault(int first) throws IOException {
        int protocol = 0;
        try {
            int instructions = 0;
            for (int code = first; code != PickleOpcode.STOP.code(); code = in.readByte("an instruction")) {
                if (instructions++ == PickleMachine.MAX_INSTRUCTIONS) {
                    return fault("protocol " + protocol);
                }
                PickleOpcode opcode = PickleOpcode.of(code);
                if (opcode == null || opcode.protocol() > 1) {
                    return fault("another format");
                }
                protocol = Math.max(protocol, opcode.protocol());
                long place = in.position() - 1;
                if (opcode == PickleOpcode.GLOBAL || opcode == PickleOpcode.INST) {
                    String module = PickleLine.read(in, place);
                    String name = PickleLine.read(in, place);
                    if (Global.find(module, name) == null) {
                        return Global.refused(module, name, "", in, place);
                    }
                } else {
                    skipOperand(opcode);
                }
            }
        } catch (FileFormatException e) {
            // An operand is missing, so this is not a pickle.
            return fault("another format");
        }
        return fault(in.left() > 0 ? "another format" : "protocol " + protocol);
    }

    private FileFormatException fault(String found) {
        return in.error(0, "a pickle of protocol 2 to 5", found);
    }

    private void skipOperand(PickleOpcode opcode) throws IOException {
        switch (opcode) {
            case FLOAT, INT, LONG, PERSID, STRING, UNICODE, GET, PUT -> skipLine();
            case BININT1, BINGET, BINPUT -> in.skip(1, "an operand");
            case BININT2 -> in.skip(2, "an operand");
            case BININT, LONG_BINGET, LONG_BINPUT -> in.skip(4, "an operand");
            case BINFLOAT -> in.skip(8, "an operand");
            case SHORT_BINSTRING -> in.skip(in.readByte("a length"), "a text");
            case BINSTRING, BINUNICODE ->
                in.skip(Integer.toUnsignedLong(in.read(4, "a length").getInt()), "a text");
            default -> {
                // The other instructions have no operand.
            }
        }
    }

    private void skipLine() throws IOException {
        while (in.readByte("a line break") != '\n') {
            // The content of the line does not matter.
        }
    }
}
