package kz.paysandbox.emulator.store;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of sealed types have the name of their class in the member {@code @type}: one of those that are permitted. */
final class SealedTypes extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1;

    @Override
    public @Nullable TypeResolverBuilder<?> findTypeResolver(
            MapperConfig<?> config, AnnotatedClass type, JavaType base) {
        return type.getRawType().isSealed()
                ? new StdTypeResolverBuilder()
                        .init(JsonTypeInfo.Id.NAME, null)
                        .inclusion(JsonTypeInfo.As.PROPERTY)
                        .typeProperty("@type")
                : super.findTypeResolver(config, type, base);
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated type) {
        return type.getRawType().isSealed()
                ? Arrays.stream(type.getRawType().getPermittedSubclasses())
                        .map(permitted -> new NamedType(permitted, permitted.getSimpleName()))
                        .toList()
                : super.findSubtypes(type);
    }
}
