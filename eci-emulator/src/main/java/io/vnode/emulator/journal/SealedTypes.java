package io.vnode.emulator.journal;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.jsontype.NamedType;

/**
 * Tells the records of a sealed interface apart by a property {@code type}, which holds their simple name, and takes records as
 * they are: only components count, not what other methods a record has. So that the rooms need no annotations.
 */
final class SealedTypes extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
        return sealedInterface(annotated.getRawType())
                ? JsonTypeInfo.Value.construct(
                        JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "type", null, false, true, null)
                : super.findPolymorphicTypeInfo(config, annotated);
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
        Class<?> type = annotated.getRawType();
        return sealedInterface(type)
                ? Arrays.stream(type.getPermittedSubclasses())
                        .map(each -> new NamedType(each, each.getSimpleName()))
                        .toList()
                : super.findSubtypes(config, annotated);
    }

    private static boolean sealedInterface(Class<?> type) {
        return type.isInterface() && type.isSealed();
    }
}
