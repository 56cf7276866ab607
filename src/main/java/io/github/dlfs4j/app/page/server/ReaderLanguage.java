package io.github.dlfs4j.app.page.server;

import com.sun.net.httpserver.Headers;
import io.github.dlfs4j.language.Language;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The language of who sends a request: the one chosen in the menu of the page, which keeps it in a cookie, or else the
 * one that the browser prefers.
 */
final class ReaderLanguage {
    private static final Pattern COOKIE = Pattern.compile("(?:^|; ?)dlfs4j-language=([^;]*)");
    /** Browsers send less. */
    private static final int LONGEST = 1000;

    static Language of(Headers headers) {
        Matcher chosen = COOKIE.matcher(String.valueOf(headers.getFirst("Cookie")));
        String preferred = preferred(String.valueOf(headers.getFirst("Accept-Language")));
        return Stream.of(chosen.find() ? chosen.group(1) : "", preferred)
                .flatMap(tag -> Stream.of(Language.values())
                        .filter(language -> language.tag().equals(tag)))
                .findFirst()
                .orElse(Language.ENGLISH);
    }

    /** Returns the tag of a language that the page speaks; {@code null} if the browser accepts none. */
    private static String preferred(String accepted) {
        List<String> tags = Stream.of(Language.values()).map(Language::tag).toList();
        try {
            // There is one Chinese, for all regions.
            String ranges = accepted.length() > LONGEST ? "" : accepted.replaceAll("zh[\\w-]*", "zh-CN");
            return Locale.lookupTag(Locale.LanguageRange.parse(ranges), tags);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
