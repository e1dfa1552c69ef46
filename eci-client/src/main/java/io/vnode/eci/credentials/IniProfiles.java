package io.vnode.eci.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The profiles in {@code ~/.alibabacloud/credentials.ini}, which Alibaba Cloud's SDKs share. */
final class IniProfiles {

    /** Names in this file for what the CLI's file calls otherwise. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "type", "mode",
            "security_token", "sts_token",
            "role_name", "ram_role_name",
            "role_arn", "ram_role_arn",
            "role_session_name", "ram_session_name",
            "oidc_token_file_path", "oidc_token_file");

    private final Surroundings surroundings;
    private final Path file;
    private final boolean asked;
    private final String place;

    private IniProfiles(Surroundings surroundings) {
        this.surroundings = surroundings;
        String named = surroundings.variable("ALIBABA_CLOUD_CREDENTIALS_FILE");
        this.asked = !named.isEmpty();
        this.file = asked
                ? Path.of(named)
                : surroundings.home().resolve(".alibabacloud").resolve("credentials.ini");
        this.place = "credentials file " + file;
    }

    static Link look(Surroundings surroundings) {
        return new IniProfiles(surroundings).link();
    }

    private Link link() {
        if (!Files.exists(file)) {
            if (asked) {
                throw CredentialsException.lasting(
                        place, "it does not exist", "correct ALIBABA_CLOUD_CREDENTIALS_FILE");
            }
            return Link.Absent.because(place, "it does not exist", "write one");
        }
        String variable = surroundings.variable("ALIBABA_CLOUD_PROFILE");
        String section = variable.isEmpty() ? "default" : variable;
        Map<String, String> values = sections().get(section);
        if (values == null || values.getOrDefault("enable", "true").equalsIgnoreCase("false")) {
            return Link.Absent.because(place, "it has no section %s in force".formatted(section), "add it");
        }
        return new Profile("section %s of %s".formatted(section, file), values).link(surroundings, _ -> {
            throw CredentialsException.lasting(place, "it knows no source profiles", "use the CLI's profile file");
        });
    }

    private Map<String, Map<String, String>> sections() {
        Map<String, Map<String, String>> sections = new HashMap<>();
        Map<String, String> section = new HashMap<>();
        String text = new String(ProfileFile.read(file, place), UTF_8);
        for (String line : text.lines().map(String::strip).toList()) {
            int equals = line.indexOf('=');
            if (line.startsWith("[") && line.endsWith("]")) {
                section = new HashMap<>();
                sections.put(line.substring(1, line.length() - 1).strip(), section);
            } else if (equals > 0 && !line.startsWith("#") && !line.startsWith(";")) {
                String name = line.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                section.put(
                        OTHER_NAMES.getOrDefault(name, name),
                        line.substring(equals + 1).strip());
            }
        }
        return sections;
    }
}
