package io.vnode.eci.credentials;

import io.vnode.eci.json.JsonTree;
import io.vnode.eci.json.UnreadableAnswerException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The profiles that {@code aliyun configure} writes to {@code ~/.aliyun/config.json}. */
final class CliProfiles {

    private final Surroundings surroundings;
    private final Path file;
    private final String place;

    private CliProfiles(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.file = surroundings.home().resolve(".aliyun").resolve("config.json");
        this.place = "CLI profile file " + file;
    }

    static Link look(Surroundings surroundings) {
        return new CliProfiles(surroundings).link();
    }

    private Link link() {
        if (surroundings.says("ALIBABA_CLOUD_CLI_PROFILE_DISABLED")) {
            return Link.Absent.because(place, "switched off", "unset ALIBABA_CLOUD_CLI_PROFILE_DISABLED");
        }
        if (!Files.exists(file)) {
            return Link.Absent.because(place, "it does not exist", "run aliyun configure");
        }
        Map<String, Profile> profiles = new LinkedHashMap<>();
        String current = read(profiles);
        String asked = surroundings.variable("ALIBABA_CLOUD_PROFILE");
        Profile profile = profiles.get(asked.isEmpty() ? current : asked);
        if (profile != null) {
            return profile.link(surroundings, name -> source(profiles, name, new HashSet<>()));
        }
        if (asked.isEmpty()) {
            return Link.Absent.because(place, "it has no current profile", "run aliyun configure");
        }
        throw CredentialsException.lasting(
                place, "it has no profile " + asked, "correct ALIBABA_CLOUD_PROFILE, or add the profile");
    }

    private CredentialsProvider source(Map<String, Profile> profiles, String name, Set<String> onTheWay) {
        Profile profile = profiles.get(name);
        if (profile == null || !onTheWay.add(name)) {
            throw CredentialsException.lasting(
                    place,
                    "a source_profile in it leads nowhere",
                    "name a profile of the file that does not lead back to itself");
        }
        return switch (profile.link(surroundings, next -> source(profiles, next, onTheWay))) {
            case Link.Present(var provider) -> provider;
            case Link.Possible(var provider) -> provider;
            case Link.Absent(var attempt) -> throw new CredentialsException(List.of(attempt));
        };
    }

    /** Adds the profiles by name, and gives the name of the current one. */
    private String read(Map<String, Profile> profiles) {
        Object tree;
        try {
            tree = JsonTree.read(ProfileFile.read(file, place));
        } catch (UnreadableAnswerException _) {
            throw CredentialsException.lasting(place, "it is not JSON", "run aliyun configure");
        }
        if (!(tree instanceof Map<?, ?> top) || !(top.get("profiles") instanceof List<?> list)) {
            throw CredentialsException.lasting(place, "it has no list of profiles", "run aliyun configure");
        }
        for (Object entry : list) {
            if (entry instanceof Map<?, ?> fields && fields.get("name") instanceof String name) {
                profiles.put(name, new Profile("CLI profile %s in %s".formatted(name, file), texts(fields)));
            }
        }
        return top.get("current") instanceof String current && !current.isEmpty() ? current : "default";
    }

    private static Map<String, String> texts(Map<?, ?> fields) {
        Map<String, String> texts = new HashMap<>();
        fields.forEach((name, value) -> put(texts, name, value));
        return Map.copyOf(texts);
    }

    private static void put(Map<String, String> texts, @Nullable Object name, @Nullable Object value) {
        if (name instanceof String key && value instanceof String text) {
            texts.put(key, text);
        }
    }
}
