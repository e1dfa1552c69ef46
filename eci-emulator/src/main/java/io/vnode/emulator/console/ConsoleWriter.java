package io.vnode.emulator.console;

import io.vnode.emulator.fault.Fault;
import io.vnode.emulator.fault.FaultRule;
import io.vnode.emulator.fault.PlannedFault;
import io.vnode.emulator.state.GroupStatus;
import io.vnode.emulator.state.Size;
import io.vnode.emulator.state.StockLevel;
import io.vnode.emulator.state.StockLimit;
import io.vnode.emulator.wire.RecordedCall;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a view as HTML. */
final class ConsoleWriter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private final ConsoleView view;
    private final Html html = new Html();

    ConsoleWriter(ConsoleView view) {
        this.view = view;
    }

    String write() {
        summary();
        filters();
        groups();
        zones();
        stock();
        faults();
        calls();
        return html.toString();
    }

    private void summary() {
        html.open("p", "class", "summary");
        html.element("b", String.valueOf(view.groups()), "id", "total")
                .text(view.groups() == 1 ? " container group, " : " container groups, ");
        html.element("b", money(view.pricePerHour()), "id", "cost").text(" CNY an hour · ");
        html.text(view.region().id() + " · " + TIME.format(view.now()) + " UTC");
        html.close("p");
    }

    private void filters() {
        html.open("nav", "aria-label", "States");
        filter("all", null, view.groups());
        view.counts().forEach((status, count) -> filter(status.wireName(), status, count));
        GroupStatus wanted = view.query().status();
        if (wanted != null && !view.counts().containsKey(wanted)) {
            filter(wanted.wireName(), wanted, 0);
        }
        html.close("nav");
    }

    private void filter(String name, @Nullable GroupStatus status, int count) {
        String address = view.query().address(status, 1);
        String id = "state-" + name;
        if (view.query().status() == status) {
            html.open("a", "href", address, "id", id, "aria-current", "page");
        } else {
            html.open("a", "href", address, "id", id);
        }
        html.text(name + " " + count).close("a");
    }

    private void groups() {
        html.open("table", "id", "groups").element("caption", "Container groups");
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("State", "");
        titles.put("Name, id", "");
        titles.put("Pod", "");
        titles.put("Size", "");
        titles.put("Zone", "");
        titles.put("Age", "number");
        titles.put("CNY/h", "number");
        html.head(titles).open("tbody");
        view.lines().forEach(this::group);
        html.close("tbody").close("table");
        if (view.lines().isEmpty()) {
            html.element(
                    "p", view.groups() == 0 ? "No container group yet." : "No container group here.", "class", "none");
        }
        pages();
    }

    private void group(GroupLine group) {
        String state = group.status().wireName();
        html.open("tr", "id", group.id());
        html.open("td")
                .element("span", state, "class", "state " + state.toLowerCase(Locale.ROOT))
                .close("td");
        html.open("td").text(group.name()).element("small", group.id()).close("td");
        html.element("td", group.pod());
        html.open("td", "class", "fixed")
                .text(group.cpuText())
                .element("small", group.memoryText())
                .close("td");
        html.element("td", group.zoneId(), "class", "fixed");
        html.element("td", group.ageText(), "class", "number");
        html.element("td", money(group.price()), "class", "number");
        html.close("tr");
    }

    private void pages() {
        if (view.matching() <= ConsoleView.PAGE_LENGTH) {
            return;
        }
        int page = view.query().page();
        long from = (page - 1L) * ConsoleView.PAGE_LENGTH;
        html.open("p", "class", "pages", "id", "pages");
        html.text("Only %d of %d are shown, newest first: %d to %d. "
                .formatted(
                        view.lines().size(),
                        view.matching(),
                        Math.min(from + 1, view.matching()),
                        from + view.lines().size()));
        if (page > 1) {
            html.element(
                            "a",
                            "← newer",
                            "href",
                            view.query().address(view.query().status(), page - 1),
                            "id",
                            "newer")
                    .text(" ");
        }
        if (page < view.pages()) {
            html.element(
                    "a", "older →", "href", view.query().address(view.query().status(), page + 1), "id", "older");
        }
        html.close("p");
    }

    private void zones() {
        html.open("table", "id", "zones").element("caption", "Zones");
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("Zone", "");
        titles.put("vSwitch", "");
        titles.put("Range", "");
        titles.put("Free addresses", "number");
        html.head(titles).open("tbody");
        view.free().forEach((vSwitch, free) -> {
            html.open("tr").element("td", vSwitch.zoneId()).element("td", vSwitch.id());
            html.element("td", vSwitch.cidr().toString()).element("td", String.valueOf(free), "class", "number");
            html.close("tr");
        });
        html.close("tbody").close("table");
    }

    private void stock() {
        if (view.stock().isEmpty()) {
            return;
        }
        html.open("table", "id", "stock").element("caption", "Limited stock");
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("Zone", "");
        titles.put("Of", "");
        titles.put("At most", "number");
        titles.put("Free", "number");
        html.head(titles).open("tbody");
        for (StockLevel level : view.stock()) {
            html.open("tr").element("td", level.limit().zoneId()).element("td", goods(level.limit()));
            html.element("td", String.valueOf(level.limit().count()), "class", "number");
            html.open("td", "class", "number");
            html.element("span", String.valueOf(level.free()), "class", level.free() == 0 ? "bad" : "good");
            html.close("td").close("tr");
        }
        html.close("tbody").close("table");
    }

    private static String goods(StockLimit limit) {
        Size size = limit.size();
        String type = limit.instanceType();
        String sizeText = size == null
                ? ""
                : "%s vCPU %s GiB".formatted(GroupLine.number(size.cpu()), GroupLine.number(size.memory()));
        return size == null && type == null ? "everything" : (sizeText + " " + (type == null ? "" : type)).strip();
    }

    private void faults() {
        if (view.faults().isEmpty()) {
            return;
        }
        html.open("table", "id", "faults").element("caption", "Planned faults");
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("Calls of", "");
        titles.put("Which", "");
        titles.put("Meet", "");
        titles.put("So far", "number");
        html.head(titles).open("tbody");
        for (PlannedFault planned : view.faults()) {
            html.open("tr").element("td", planned.rule().action()).element("td", which(planned.rule()));
            html.element("td", what(planned.rule().fault()));
            html.element("td", "%d of %d".formatted(planned.met(), planned.seen()), "class", "number")
                    .close("tr");
        }
        html.close("tbody").close("table");
    }

    private static String which(FaultRule rule) {
        Integer calls = rule.calls();
        String many = calls == null ? "all" : calls == 1 ? "one" : String.valueOf(calls);
        String share = rule.share() < 1 ? "%s %% of ".formatted(GroupLine.number(rule.share() * 100)) : "";
        return share + many + (rule.from() > 1 ? " from number " + rule.from() : "");
    }

    private static String what(Fault fault) {
        return fault instanceof Fault.Refusal(int status, String code, var _) ? status + " " + code : fault.toString();
    }

    private void calls() {
        html.open("table", "id", "calls")
                .element(
                        "caption",
                        view.totalCalls() == 1 ? "One call" : "Newest of %d calls".formatted(view.totalCalls()));
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("UTC", "");
        titles.put("Call", "");
        titles.put("By", "");
        titles.put("Answer", "");
        titles.put("ms", "number");
        html.head(titles).open("tbody");
        view.calls().forEach(this::call);
        html.close("tbody").close("table");
    }

    private void call(RecordedCall call) {
        boolean eci = call.product().equals("eci");
        String code = call.errorCode();
        html.open("tr").element("td", TIME.format(call.time()));
        html.element("td", eci ? call.action() : call.product() + ":" + call.action());
        html.element("td", call.accessKeyId());
        html.open("td");
        html.element("span", answer(call), "class", code == null && call.httpStatus() == 200 ? "good" : "bad");
        html.close("td");
        html.element("td", String.valueOf(call.duration().toMillis()), "class", "number")
                .close("tr");
    }

    private static String answer(RecordedCall call) {
        String code = call.errorCode();
        String status = call.httpStatus() == 0 ? "none" : String.valueOf(call.httpStatus());
        String fault = call.fault();
        return status + (code == null ? "" : " " + code) + (fault == null ? "" : " (planned: %s)".formatted(fault));
    }

    private static String money(double amount) {
        return String.format(Locale.ROOT, "%.4f", amount);
    }
}
