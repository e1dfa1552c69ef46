package io.vnode.e2e.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The options of the JVM in the provider's image, read from where the image is described. */
final class ImageOptions {

    private static final Pattern OPTIONS = Pattern.compile("(?m)^ENV JAVA_OPTS=\"([^\"]*)\"");

    private ImageOptions() {}

    static List<String> ofJvm() {
        String file =
                Objects.requireNonNull(System.getProperty("vnode.provider.dockerfile"), "vnode.provider.dockerfile");
        try {
            Matcher matcher = OPTIONS.matcher(Files.readString(Path.of(file)));
            if (!matcher.find()) {
                throw new IllegalStateException(file + " sets no JAVA_OPTS");
            }
            // Files of the image, such as a cache of classes, are not on this machine.
            return Arrays.stream(matcher.group(1).split(" "))
                    .filter(option -> !option.contains("=/app/"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
