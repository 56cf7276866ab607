package browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives all tests the same browser and server. After each test, it checks that the browser has no complaints and has
 * sent no request to another server.
 */
final class InBrowser implements ParameterResolver, BeforeEachCallback, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(InBrowser.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return served(context).browser();
    }

    /** No test sees the window that another one has left. */
    @Override
    public void beforeEach(ExtensionContext context) {
        served(context).browser().showWide();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Browser browser = served(context).browser();
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.asked()).isNotEmpty().allMatch(served(context)::serves);
    }

    private static Served served(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Served.class, key -> Served.start(), Served.class);
    }

    private record Served(Server server, Browser browser) implements AutoCloseable {
        static Served start() {
            try {
                Server server = new Server(Files.createTempDirectory(Path.of("target"), "served"));
                try {
                    return new Served(server, new Browser(server.address()));
                } catch (RuntimeException e) {
                    server.close();
                    throw e;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean serves(String address) {
            return address.startsWith(server.address().toString());
        }

        @Override
        public void close() {
            browser.close();
            server.close();
        }
    }
}
