package io.vnode.e2e.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a process takes of the machine, as Linux tells it.
 *
 * @param residentMebibytes memory that it holds now
 * @param mostResidentMebibytes the most that it has held so far
 * @param cpuSeconds processor time, of all its threads, since it started
 */
public record ProcessUsage(double residentMebibytes, double mostResidentMebibytes, double cpuSeconds) {

    /** Linux counts processor time for user space in hundredths of a second on every architecture that Java 25 runs on. */
    private static final double TICKS_A_SECOND = 100;

    private static final int USER_TIME = 11;
    private static final double KIBIBYTES = 1024;

    static ProcessUsage of(long pid) {
        Path folder = Path.of("/proc", Long.toString(pid));
        try {
            List<String> status = Files.readAllLines(folder.resolve("status"));
            String stat = Files.readString(folder.resolve("stat"));
            // The second field is the program's name in parentheses, which may hold anything.
            List<String> fields =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
            double ticks = Double.parseDouble(fields.get(USER_TIME)) + Double.parseDouble(fields.get(USER_TIME + 1));
            return new ProcessUsage(mebibytes(status, "VmRSS:"), mebibytes(status, "VmHWM:"), ticks / TICKS_A_SECOND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double mebibytes(List<String> status, String field) {
        return status.stream()
                        .filter(line -> line.startsWith(field))
                        .map(line -> line.replaceAll("[^0-9]", ""))
                        .mapToDouble(Double::parseDouble)
                        .sum()
                / KIBIBYTES;
    }
}
