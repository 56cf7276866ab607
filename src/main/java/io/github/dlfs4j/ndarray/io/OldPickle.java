package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.ndarray.io.PickleValue.Global;
import java.io.IOException;
import java.util.Set;

/**
 * A file that does not begin like a pickle of protocol 2 to 5. This class tells whether it is a pickle of protocol 0 or
 * 1, which can begin with any instruction. It walks through the file without executing it. Some attacks are written in
 * protocol 0, so an unexpected name is reported first. A file with more instructions than {@link PickleMachine} would
 * execute counts as a pickle.
 */
final class OldPickle {
    /** The instructions with an operand that is the length of a text. */
    private static final Set<PickleOpcode> TEXTS =
            Set.of(PickleOpcode.SHORT_BINSTRING, PickleOpcode.BINSTRING, PickleOpcode.BINUNICODE);

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
                    String module = PickleMachine.readLine(in, place);
                    String name = PickleMachine.readLine(in, place);
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
        if (opcode.operandSize() == PickleOpcode.LINE) {
            skipLine();
            return;
        }
        long operand = in.readNumber(opcode.operandSize(), "an operand");
        if (TEXTS.contains(opcode)) {
            in.skip(operand, "a text");
        }
    }

    private void skipLine() throws IOException {
        while (in.readByte("a line break") != '\n') {
            // The content of the line does not matter.
        }
    }
}
