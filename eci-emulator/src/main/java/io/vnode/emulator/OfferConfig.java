package io.vnode.emulator;

import io.vnode.emulator.state.Edition;
import io.vnode.emulator.state.Images;
import io.vnode.emulator.state.InstanceType;
import io.vnode.emulator.state.Offer;
import io.vnode.emulator.state.Prices;
import io.vnode.emulator.state.Size;
import io.vnode.emulator.state.StockLimit;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the parts of the configuration that say what ECI sells and how images are pulled. */
final class OfferConfig {

    private static final Duration FOR_EVER = Duration.ofDays(100_000);

    private OfferConfig() {}

    static Offer offer(ConfigObject offer) {
        offer.refuseKeysOtherThan("edition", "maxCpu", "prices", "stock", "stockOut");
        return new Offer(
                edition(offer),
                offer.decimalOr("maxCpu", Offer.PLENTY.maxCpu()),
                prices(offer.object("prices")),
                offer.objectsOrNone("stock").stream().map(OfferConfig::limit).toList(),
                refusesLater(offer));
    }

    private static Edition edition(ConfigObject offer) {
        String name = offer.textOr("edition", Edition.TODAY.wireName());
        return Stream.of(Edition.values())
                .filter(edition -> edition.wireName().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> InvalidConfigException.value(offer.path("edition"), name, "must be one of today, 2021"));
    }

    private static boolean refusesLater(ConfigObject offer) {
        String how = offer.textOr("stockOut", "refuse");
        if (!how.equals("refuse") && !how.equals("scheduleFailed")) {
            throw InvalidConfigException.value(offer.path("stockOut"), how, "must be one of refuse, scheduleFailed");
        }
        return how.equals("scheduleFailed");
    }

    private static Prices prices(ConfigObject prices) {
        prices.refuseKeysOtherThan("cpuHour", "memoryHour", "spotCpuHour");
        Prices usual = Prices.USUAL;
        return new Prices(
                prices.decimalOr("cpuHour", usual.cpuHour()),
                prices.decimalOr("memoryHour", usual.memoryHour()),
                prices.decimalOr("spotCpuHour", usual.spotCpuHour()));
    }

    private static StockLimit limit(ConfigObject limit) {
        limit.refuseKeysOtherThan("zoneId", "cpu", "memory", "instanceType", "count");
        int count = limit.integerOr("count", 0);
        if (count < 0) {
            throw InvalidConfigException.value(limit.path("count"), count, "must not be negative");
        }
        return new StockLimit(limit.text("zoneId"), size(limit), instanceType(limit), count);
    }

    private static @Nullable Size size(ConfigObject limit) {
        double cpu = limit.decimalOr("cpu", 0);
        double memory = limit.decimalOr("memory", 0);
        if ((cpu == 0) != (memory == 0)) {
            throw InvalidConfigException.value(
                    limit.path("cpu"), cpu, "must go together with a memory above 0 (GiB), and the other way round");
        }
        return cpu == 0 ? null : new Size(cpu, memory);
    }

    private static @Nullable String instanceType(ConfigObject limit) {
        String name = limit.findText("instanceType");
        if (name != null && InstanceType.find(name) == null) {
            throw InvalidConfigException.value(limit.path("instanceType"), name, "is none that is known here");
        }
        return name;
    }

    static Images images(ConfigObject images) {
        images.refuseKeysOtherThan("timePerGib", "rules");
        return new Images(
                images.durationOr("timePerGib", Duration.ZERO),
                images.objectsOrNone("rules").stream().map(OfferConfig::rule).toList());
    }

    private static Images.Rule rule(ConfigObject rule) {
        rule.refuseKeysOtherThan("match", "gib", "takes", "fails", "failsFor");
        Duration failsFor = rule.durationOr("failsFor", rule.flag("fails") ? FOR_EVER : Duration.ZERO);
        Duration takes = rule.durationOr("takes", FOR_EVER);
        return new Images.Rule(
                rule.text("match"),
                rule.decimalOr("gib", 0),
                takes.equals(FOR_EVER) ? null : takes,
                failsFor.isZero() ? null : failsFor);
    }
}
