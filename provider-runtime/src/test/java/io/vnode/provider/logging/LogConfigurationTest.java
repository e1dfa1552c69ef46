package io.vnode.provider.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogConfigurationTest {

    @Test
    void writesLinesOfTextWithTheirKeyValues() {
        List<String> lines = logged(Map.of(), logger -> logger.atInfo()
                .addKeyValue("pod", "default/web")
                .addKeyValue("containerGroup", "eci-1")
                .log("container group created"));

        assertThat(lines)
                .singleElement()
                .asString()
                .matches(
                        "20\\S+Z INFO  Test container group created" + " pod=\"default/web\" containerGroup=\"eci-1\"");
    }

    @Test
    void writesStackTracesBelowTheirLine() {
        List<String> lines = logged(Map.of(), logger -> logger.atError()
                .setCause(new IllegalStateException("broken", new IllegalArgumentException("deeper")))
                .log("could not start"));

        assertThat(lines.getFirst()).endsWith("Z ERROR Test could not start");
        assertThat(lines.get(1)).isEqualTo("java.lang.IllegalStateException: broken");
        assertThat(lines).anyMatch(line -> line.contains("Caused by: java.lang.IllegalArgumentException: deeper"));
    }

    @Test
    void writesOneJsonObjectALine() {
        List<String> lines = logged(Map.of("VNODE_LOG_FORMAT", "json"), logger -> {
            logger.atWarn()
                    .addKeyValue("pod", "default/\"web\"\nnext")
                    .addKeyValue("attempt", 3)
                    .addKeyValue("ready", false)
                    .addKeyValue("level", "not the log's")
                    .setCause(new IllegalStateException("broken"))
                    .log("could not\tcreate");
            logger.info("second");
        });

        assertThat(lines).hasSize(2);
        JsonNode first = JsonMapper.shared().readTree(lines.getFirst());
        assertThat(first.get("level").asString()).isEqualTo("warn");
        assertThat(first.get("message").asString()).isEqualTo("could not\tcreate");
        assertThat(first.get("pod").asString()).isEqualTo("default/\"web\"\nnext");
        assertThat(first.get("attempt").asInt()).isEqualTo(3);
        assertThat(first.get("ready").asBoolean()).isFalse();
        assertThat(first.get("levelValue").asString()).isEqualTo("not the log's");
        assertThat(first.get("error").asString())
                .contains("IllegalStateException: broken")
                .contains("\tat ");
        assertThat(first.get("time").asString()).matches("20.*Z");
        assertThat(first.get("logger").asString()).isEqualTo("io.vnode.Test");
    }

    @Test
    void logsAsMuchAsItIsTold() {
        assertThat(logged(Map.of("VNODE_LOG_LEVEL", "warn"), logger -> logger.info("quiet")))
                .isEmpty();
        assertThat(logged(Map.of("VNODE_LOG_LEVEL", "DEBUG"), logger -> logger.debug("loud")))
                .hasSize(1);
        assertThat(logged(Map.of(), logger -> logger.debug("quiet"))).isEmpty();
    }

    @Test
    void keepsQuietTheLibrariesWhoseMessagesCarryRequests() {
        LoggerContext logs = configured(Map.of("VNODE_LOG_LEVEL", "trace"));

        for (String name : LogConfiguration.pinned()) {
            assertThat(logs.getLogger(name + ".somewhere").isInfoEnabled())
                    .as(name)
                    .isFalse();
        }
        assertThat(LogConfiguration.pinned()).contains("io.fabric8");
    }

    private interface Writing {
        void to(Logger logger);
    }

    private static List<String> logged(Map<String, String> environment, Writing writing) {
        PrintStream before = System.err;
        var written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            writing.to(configured(environment).getLogger("io.vnode.Test"));
        } finally {
            System.setErr(before);
        }
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static LoggerContext configured(Map<String, String> environment) {
        LoggerContext logs = new LoggerContext();
        logs.setMDCAdapter(new LogbackMDCAdapter()); // as SLF4J's provider does
        LogConfiguration configuration = new LogConfiguration(environment);
        configuration.setContext(logs);
        configuration.configure(logs);
        logs.start();
        return logs;
    }
}
