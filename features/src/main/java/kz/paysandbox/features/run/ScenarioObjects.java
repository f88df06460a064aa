package kz.paysandbox.features.run;

import io.cucumber.core.backend.ObjectFactory;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.picocontainer.DefaultPicoContainer;
import org.picocontainer.MutablePicoContainer;
import org.picocontainer.PicoBuilder;

/**
 * PicoContainer, fresh for each scenario, that also knows who takes part in the run: so they are handed in, and
 * nothing of a run is static.
 */
final class ScenarioObjects implements ObjectFactory {

    private final List<Object> given;
    private final Set<Class<?>> classes = ConcurrentHashMap.newKeySet();
    private final List<MutablePicoContainer> current = new ArrayList<>(1);

    ScenarioObjects(Participants participants) {
        given = new ArrayList<>(List.of(
                participants.banks(),
                participants.target(),
                participants.driver(),
                participants.shops(),
                participants.browsers(),
                participants.random()));
        given.addAll(participants.driver().banks());
    }

    @Override
    public void start() {
        MutablePicoContainer container = new PicoBuilder(new DefaultPicoContainer())
                .withCaching()
                .withLifecycle()
                .build();
        given.forEach(container::addComponent);
        classes.forEach(container::addComponent);
        container.start();
        current.add(container);
    }

    @Override
    public void stop() {
        MutablePicoContainer done = current.remove(0);
        done.stop();
        done.dispose();
    }

    @Override
    public boolean addClass(Class<?> type) {
        if (given.stream().noneMatch(type::isInstance) && classes.add(type)) {
            for (Constructor<?> constructor : type.getConstructors()) {
                for (Class<?> needed : constructor.getParameterTypes()) {
                    addClass(needed);
                }
            }
        }
        return true;
    }

    @Override
    public <T> T getInstance(Class<T> type) {
        return Optional.ofNullable(current.get(0).getComponent(type))
                .orElseThrow(() -> new IllegalStateException("no object of " + type));
    }
}
