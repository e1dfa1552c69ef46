package io.vnode.provider.translate.annotation;

import io.vnode.addon.PodAnnotation;
import io.vnode.eci.model.ComputeCategory;
import io.vnode.eci.model.CpuOptions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a container group is to run on.
 *
 * @param sizes tried in this order; empty for the sum of the containers
 * @param computeCategories classes of hardware, the preferred first
 * @param cpuOptions how cores are presented; null for the instance type's own way
 * @param gpuDriverVersion null for ECI's own
 */
public record SizeOptions(
        List<Size> sizes,
        List<ComputeCategory> computeCategories,
        @Nullable CpuOptions cpuOptions,
        @Nullable String gpuDriverVersion) {

    private static final int MOST_SIZES = 20;
    private static final String TYPE = "ecs(\\.[a-z0-9-]+)+";
    private static final Pattern INSTANCE_TYPE = Pattern.compile(TYPE);
    private static final Pattern CPU_AND_MEMORY = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)-([0-9]+(?:\\.[0-9]+)?)Gi");
    private static final Pattern GPU_DRIVER = Pattern.compile("[a-z0-9]+=[0-9]+(\\.[0-9]+)*");
    private static final int MOST_CORES = 512;

    public SizeOptions {
        sizes = List.copyOf(sizes);
        computeCategories = List.copyOf(computeCategories);
    }

    static SizeOptions read(AnnotationReader reader) {
        List<PodAnnotation> unsupported =
                List.of(PodAnnotation.INSTANCE_FAMILY, PodAnnotation.INSTANCE_GENERATION, PodAnnotation.GPU_TYPE);
        unsupported.forEach(reader::refuseAsUnsupported);
        return new SizeOptions(sizes(reader), categories(reader), cpuOptions(reader), gpuDriver(reader));
    }

    private static List<Size> sizes(AnnotationReader reader) {
        List<Size> specs = reader.parsed(PodAnnotation.USE_SPECS, SizeOptions::parse);
        List<String> types = reader.list(PodAnnotation.INSTANCE_TYPE, INSTANCE_TYPE, MOST_SIZES);
        reader.refuseUnless(specs == null || types.isEmpty(), PodAnnotation.INSTANCE_TYPE);
        if (specs != null) {
            return specs;
        }
        return types.isEmpty() ? List.of() : List.of(new Size.InstanceTypes(types));
    }

    private static @Nullable List<Size> parse(String text) {
        List<String> parts = AnnotationReader.parts(text);
        if (parts.size() > MOST_SIZES || parts.stream().distinct().count() != parts.size()) {
            return null;
        }
        List<Size> sizes = new ArrayList<>();
        for (String part : parts) {
            Matcher numbers = CPU_AND_MEMORY.matcher(part);
            if (numbers.matches()) {
                Size size = cpuAndMemory(numbers.group(1), numbers.group(2));
                if (size == null) {
                    return null;
                }
                sizes.add(size);
            } else if (INSTANCE_TYPE.matcher(part).matches()) {
                addType(sizes, part);
            } else {
                return null;
            }
        }
        return sizes;
    }

    private static @Nullable Size cpuAndMemory(String cpu, String memory) {
        BigDecimal vCpus = new BigDecimal(cpu);
        BigDecimal gib = new BigDecimal(memory);
        return vCpus.signum() > 0 && gib.signum() > 0 ? new Size.CpuAndMemory(vCpus, gib) : null;
    }

    /** Types that stand next to each other travel together. */
    private static void addType(List<Size> sizes, String type) {
        if (!sizes.isEmpty() && sizes.getLast() instanceof Size.InstanceTypes before) {
            List<String> names = new ArrayList<>(before.names());
            names.add(type);
            sizes.set(sizes.size() - 1, new Size.InstanceTypes(names));
        } else {
            sizes.add(new Size.InstanceTypes(List.of(type)));
        }
    }

    private static List<ComputeCategory> categories(AnnotationReader reader) {
        List<ComputeCategory> categories = reader.parsed(PodAnnotation.COMPUTE_CATEGORY, text -> {
            List<@Nullable ComputeCategory> all = new ArrayList<>();
            AnnotationReader.parts(text).forEach(part -> all.add(ComputeCategory.of(part)));
            boolean valid = all.stream().allMatch(Objects::nonNull)
                    && all.stream().distinct().count() == all.size();
            return valid ? all.stream().map(Objects::requireNonNull).toList() : null;
        });
        return categories == null ? List.of() : categories;
    }

    private static @Nullable CpuOptions cpuOptions(AnnotationReader reader) {
        Integer cores = reader.wholeNumber(PodAnnotation.CPU_OPTION_CORE, 1, MOST_CORES);
        Integer threads = reader.wholeNumber(PodAnnotation.CPU_OPTION_HT, 1, 2);
        return cores == null && threads == null ? null : new CpuOptions(cores, threads, null);
    }

    private static @Nullable String gpuDriver(AnnotationReader reader) {
        return reader.matching(PodAnnotation.GPU_DRIVER_VERSION, GPU_DRIVER);
    }
}
