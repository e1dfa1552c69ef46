package io.vnode.cli.sandbox.hostnode;

import java.nio.file.Path;

/** Where the files of one pod are. */
record PodFolder(Path root) {

    Path volume(String name) {
        return root.resolve("volumes").resolve(name);
    }

    Path logs(String container) {
        return root.resolve("logs").resolve(container);
    }

    Path log(String container, int attempt) {
        return logs(container).resolve(attempt + ".log");
    }

    /** The working directory and the temporary files of a container. */
    Path home(String container) {
        return root.resolve("home").resolve(container);
    }
}
