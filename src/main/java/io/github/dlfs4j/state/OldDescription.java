package io.github.dlfs4j.state;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the description of an early checkpoint says of its network. The first checkpoints did not name the network, and
 * the main job wrote what their arrays do not show into the description. Files of this form are no longer written, so
 * it stays as it is, whatever becomes of the options of the main job.
 *
 * @param dropout the share of the neurons that dropout switches off; 0 for no dropout
 * @param weightDecay the strength of the weight decay; 0 for none
 */
public record OldDescription(double dropout, double weightDecay) {
    /**
     * Reads a description.
     *
     * @param description any text
     * @return what it says of the network
     */
    public static OldDescription of(String description) {
        return new OldDescription(number("--dropout", description), number("--weight-decay", description));
    }

    private static double number(String name, String description) {
        Matcher given = Pattern.compile(name + " (\\S+)").matcher(description);
        return given.find() ? Double.parseDouble(given.group(1)) : 0;
    }
}
