package io.vnode.provider.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Sets up the log by {@code VNODE_LOG_LEVEL} and {@code VNODE_LOG_FORMAT}: in code, because reading XML takes a tenth of the
 * time that the process needs to start. Who sets {@code -Dlogback.configurationFile} gets that file instead.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogConfiguration extends ContextAwareBase implements Configurator {

    /** Requests and answers, with all that is secret in them, ride in these libraries' own messages. */
    private static final Map<String, Level> PINNED = Map.of(
            "io.fabric8", Level.ERROR,
            "io.netty", Level.WARN,
            "com.aliyuncs", Level.WARN);

    private final Map<String, String> environment;

    /** Made by Logback. */
    public LogConfiguration() {
        this(System.getenv());
    }

    LogConfiguration(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public ExecutionStatus configure(LoggerContext logs) {
        if (System.getProperty("logback.configurationFile") != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        logs.setPackagingDataEnabled(false);
        ch.qos.logback.classic.Logger root = logs.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.toLevel(read("VNODE_LOG_LEVEL", "INFO"), Level.INFO));
        PINNED.forEach((name, level) -> logs.getLogger(name).setLevel(level));
        root.addAppender(appender(logs));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private ConsoleAppender<ILoggingEvent> appender(LoggerContext logs) {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(logs);
        appender.setName("stderr");
        appender.setTarget("System.err");
        appender.setEncoder(encoder(logs));
        appender.start();
        return appender;
    }

    private Encoder<ILoggingEvent> encoder(LoggerContext logs) {
        boolean json = read("VNODE_LOG_FORMAT", "text").equals("json");
        Encoder<ILoggingEvent> encoder = json ? new JsonLines() : new TextLines();
        encoder.setContext(logs);
        encoder.start();
        return encoder;
    }

    private String read(String variable, String otherwise) {
        String value = environment.getOrDefault(variable, "").strip();
        return value.isEmpty() ? otherwise : value.toLowerCase(Locale.ROOT);
    }

    /** The loggers that keep their level whatever the setting says. */
    static List<String> pinned() {
        return PINNED.keySet().stream().sorted().toList();
    }
}
