package io.vnode.cli.sandbox;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * An installation of vnode made of the classes under test: its jars hold nothing but a class path. The emulator is the real
 * one; the provider is {@link StandInProvider}.
 */
final class TestInstallation {

    private TestInstallation() {}

    /** Makes one and returns its {@code vnode.home}. */
    static Path in(Path folder) throws IOException {
        Path lib = Files.createDirectories(folder.resolve("lib"));
        jar(lib.resolve("eci-emulator.jar"), "io.vnode.emulator.EmulatorMain");
        jar(lib.resolve("provider-runtime.jar"), StandInProvider.class.getName());
        return folder;
    }

    private static void jar(Path file, String mainClass) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, mainClass);
        attributes.put(Attributes.Name.CLASS_PATH, classPath());
        new JarOutputStream(Files.newOutputStream(file), manifest).close();
    }

    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" "));
    }
}
