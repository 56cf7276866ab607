package io.github.dlfs4j.app.console;

/**
 * Formats the numbers that the main job prints. It does without {@link String#format}, whose first use takes as long as
 * classifying some thousand images.
 */
public final class Figures {
    private static final long MINUTE = 60;

    private Figures() {}

    /**
     * Formats a share or a loss with four digits after the point, as the book prints accuracies: 0.9207.
     *
     * @param number the share or loss
     * @return its text
     */
    public static String fraction(double number) {
        return Double.isFinite(number) && Math.abs(number) < 1e12 ? decimal(number, 10_000) : Double.toString(number);
    }

    /**
     * Formats a short time: 0.12 s.
     *
     * @param nanos the time in nanoseconds
     * @return its text
     */
    public static String seconds(long nanos) {
        return decimal(nanos / 1e9, 100) + " s";
    }

    /** Formats a long time as minutes and seconds, and hours if there are any: 0:07, 1:02:03. */
    static String time(long seconds) {
        long minutes = seconds / MINUTE;
        String last = twoDigits(seconds % MINUTE);
        return minutes < MINUTE
                ? minutes + ":" + last
                : minutes / MINUTE + ":" + twoDigits(minutes % MINUTE) + ":" + last;
    }

    private static String twoDigits(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }

    /** Writes a number with as many digits after the point as the scale has zeros. */
    private static String decimal(double number, long scale) {
        long scaled = Math.round(Math.abs(number) * scale);
        String sign = number < 0 && scaled > 0 ? "-" : "";
        // The scale adds a leading 1, which keeps the zeros after the point and is then cut off.
        return sign + scaled / scale + "."
                + Long.toString(scale + scaled % scale).substring(1);
    }
}
