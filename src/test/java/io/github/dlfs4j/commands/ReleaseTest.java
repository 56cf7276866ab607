package io.github.dlfs4j.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/**
 * The commands of a release, typed in a copy of the project, with a key that is made for it and a server on this
 * machine in the place of Maven Central: what is uploaded has all that Maven Central asks for. Only {@code mvn test
 * -Dgroups=commands} does it; it needs Linux and GnuPG.
 */
@Tag("commands")
class ReleaseTest {
    private static final Path FOLDER = Path.of("target", "release");

    /** On a machine that does other work, Maven may take some minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final String VERSION = "1.0.0";
    private static final String NAME = "dlfs4j-" + VERSION;
    private static final String PLACE = "io/github/dlfs4j/dlfs4j/" + VERSION + "/";
    private static final List<String> FILES =
            List.of(".jar", ".pom", "-sources.jar", "-javadoc.jar", "-cyclonedx.json");
    private static final Map<String, String> CHECKSUMS =
            Map.of(".md5", "MD5", ".sha1", "SHA-1", ".sha256", "SHA-256", ".sha512", "SHA-512");

    private static final String SIGNATURE = ".asc";

    /** Maven leaves out the tests, and all that it makes stays in the copy. */
    private static final String LITTLE = " -B -ntp -DskipTests -Dmaven.test.skip" + ProjectCopy.INTO_THE_COPY;

    /** What the program prints behind the module that it finds the library in. */
    private static final String PRINTED = """
            plain
            [0.25 0.4  0.5 ]
            [[0.10793418 0.89206582]
             [0.67642907 0.32357093]]
            true
            1
            """;

    /** Here since the name of a socket of GnuPG must be short. */
    @TempDir
    private static Path keys;

    private static ProjectCopy project;
    private static Shell shell;
    private static List<Portal.Upload> uploads;
    private static SortedMap<String, byte[]> bundle;

    @BeforeAll
    static void release() throws Exception {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "gpg"))),
                "needs GnuPG, Debian's package gnupg");
        project = ProjectCopy.in(FOLDER.resolve("project"));
        shell = new Shell(project.folder(), FOLDER.resolve("cache").toAbsolutePath(), PATIENCE);
        List<String> documented = documented();
        type("gpg --batch --quiet --passphrase '' --quick-generate-key 'a test <test@localhost>' ed25519 sign");
        type(documented.get(0).replace("…", VERSION) + LITTLE);
        try (Portal portal = Portal.open()) {
            type(documented.get(1) + LITTLE + " -DcentralBaseUrl=" + portal.address());
            uploads = portal.uploads();
        }
        bundle = content(uploads.get(0).bundle().getBytes(StandardCharsets.ISO_8859_1));
    }

    @AfterAll
    static void endTheAgentOfTheKey() throws Exception {
        if (shell != null) {
            type("gpgconf --kill all");
        }
    }

    /** The commands that the page shows. */
    private static List<String> documented() throws Exception {
        List<List<Command>> releases = new ArrayList<>(Documentation.blocks(ProgramOptions.read()));
        releases.removeIf(
                block -> block.stream().noneMatch(command -> command.text().contains("-Prelease deploy")));
        assertThat(releases).hasSize(1);
        return releases.get(0).stream().map(Command::text).toList();
    }

    private static String type(String command) throws IOException {
        List<String> commands = List.of(
                "export GNUPGHOME=" + keys.toAbsolutePath(),
                "export CENTRAL_USERNAME=someone CENTRAL_PASSWORD=secret",
                command);
        List<Shell.Result> results = shell.type(commands);
        assertThat(results).as(command + ": it ends in time").hasSameSizeAs(commands);
        Shell.Result last = results.get(results.size() - 1);
        assertThat(last.code()).as(command + "\n" + last.text()).isZero();
        return last.text();
    }

    private static SortedMap<String, byte[]> content(byte[] archive) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
        return files;
    }

    private static byte[] file(String end) {
        return bundle.get(PLACE + NAME + end);
    }

    private static String text(String end) {
        return new String(file(end), StandardCharsets.UTF_8);
    }

    @Test
    void oneBundleIsUploadedByTheAccountOfTheEnvironment() {
        String token = Base64.getEncoder().encodeToString("someone:secret".getBytes(StandardCharsets.UTF_8));

        assertThat(uploads)
                .extracting(Portal.Upload::account)
                .singleElement()
                .asString()
                .endsWith(" " + token);
    }

    @Test
    void eachReleasedFileHasASignatureAndChecksums() {
        Set<String> expected = new TreeSet<>();
        for (String file : FILES) {
            expected.add(PLACE + NAME + file);
            expected.add(PLACE + NAME + file + SIGNATURE);
            CHECKSUMS.keySet().forEach(checksum -> expected.add(PLACE + NAME + file + checksum));
        }

        assertThat(bundle.keySet()).containsExactlyElementsOf(expected);
    }

    @Test
    void checksumsOfReleasedFilesAreRight() throws Exception {
        for (String file : FILES) {
            for (Map.Entry<String, String> checksum : CHECKSUMS.entrySet()) {
                byte[] digest = MessageDigest.getInstance(checksum.getValue()).digest(file(file));
                assertThat(text(file + checksum.getKey()))
                        .as(file + checksum.getKey())
                        .isEqualTo(HexFormat.of().formatHex(digest));
            }
        }
    }

    @Test
    void signaturesOfReleasedFilesAreThoseOfTheKey() throws Exception {
        Path folder = Files.createDirectories(FOLDER.resolve("uploaded").toAbsolutePath());
        for (String file : FILES) {
            Files.write(folder.resolve(file), file(file));
            Files.write(folder.resolve(file + SIGNATURE), file(file + SIGNATURE));

            assertThat(type("gpg --status-fd 1 --verify " + folder.resolve(file + SIGNATURE) + " "
                            + folder.resolve(file)))
                    .as(file)
                    .contains("[GNUPG:] GOODSIG ", " a test <test@localhost>");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "description",
                "url",
                "licenses/license/name",
                "licenses/license/url",
                "developers/developer/name",
                "developers/developer/url",
                "scm/connection",
                "scm/developerConnection",
                "scm/url"
            })
    void theReleasedPomHasTheFieldsOfMavenCentral(String field) throws Exception {
        assertThat(pom(field)).isNotBlank();
    }

    @Test
    void theReleasedPomHasNoDependency() throws Exception {
        assertThat(List.of(pom("groupId"), pom("artifactId"), pom("version")))
                .containsExactly("io.github.dlfs4j", "dlfs4j", VERSION);
        assertThat(text(".pom")).doesNotContain("SNAPSHOT");
        assertThat(pom("count(/project/dependencies/dependency[scope!='test' or not(scope)])"))
                .isEqualTo("0");
    }

    private static String pom(String field) throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(file(".pom")));
        XPath path = XPathFactory.newInstance().newXPath();
        return path.evaluate(field.startsWith("count") ? field : "/project/" + field, document);
    }

    @Test
    void theReleasedJarsHaveClassesSourcesAndJavadoc() throws IOException {
        String array = "io/github/dlfs4j/ndarray/NDArray";

        assertThat(content(file(".jar"))).containsKeys(array + ".class", "module-info.class", "META-INF/MANIFEST.MF");
        assertThat(content(file("-sources.jar")))
                .containsKeys(array + ".java", "io/github/dlfs4j/ndarray/UnaryFunction.java", "module-info.java");
        assertThat(content(file("-javadoc.jar"))).containsKeys("index.html", "io.github.dlfs4j/" + array + ".html");
    }

    /** The bundle is all that there is of the library, in a local repository that was empty. */
    @Test
    void aProgramIsBuiltOfTheBundleAndRunsOnBothPathsOfEachJdk(@TempDir Path folder) throws Exception {
        Path repository = folder.resolve("repository");
        for (Map.Entry<String, byte[]> file : bundle.entrySet()) {
            Path place = repository.resolve(file.getKey());
            Files.createDirectories(place.getParent());
            Files.write(place, file.getValue());
        }
        Path program = programIn(folder.resolve("consumer"));
        Path jar = repository.resolve(PLACE + NAME + ".jar");
        String classes = program.resolve("target/classes") + File.pathSeparator + jar;
        Map<Integer, Path> jdks = jdks();
        assertThat(jdks).isNotEmpty();
        for (Path jdk : jdks.values()) {
            type("export JAVA_HOME=" + jdk + " && rm -rf " + program.resolve("target") + " && mvn -q -B -ntp -f "
                    + program + " package -Dmaven.repo.local=" + repository + ProjectCopy.FETCHED);
            String java = jdk.resolve("bin/java").toString();
            assertThat(type(java + " -cp " + classes + " consumer.Main"))
                    .startsWith("unnamed module ")
                    .endsWith(PRINTED);
            assertThat(type(java + " -p " + classes + " -m consumer/consumer.Main"))
                    .isEqualTo("module io.github.dlfs4j\n" + PRINTED);
            assertThat(type(java + " -jar " + jar + " --version")).isEqualTo("dlfs4j " + VERSION + "\n");
        }
    }

    /** Copies the project that uses the jar in every build, and names the version of the bundle in it. */
    private static Path programIn(Path folder) throws IOException {
        Path from = Path.of("src", "it", "consumer");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.writeString(
                        copy,
                        Files.readString(file)
                                .replace("@project.groupId@", "io.github.dlfs4j")
                                .replace("@project.artifactId@", "dlfs4j")
                                .replace("@project.version@", VERSION));
            }
        }
        return folder;
    }

    /** This JDK and, of those beside it, the first of each version that the library promises to run on. */
    private static Map<Integer, Path> jdks() throws IOException {
        Path own = Path.of(System.getProperty("java.home"));
        Map<Integer, Path> jdks = new TreeMap<>();
        try (Stream<Path> beside = Files.list(own.getParent())) {
            for (Path home : Stream.concat(Stream.of(own), beside.sorted()).toList()) {
                Path release = home.resolve("release");
                if (Files.exists(release) && Files.isExecutable(home.resolve("bin/javac"))) {
                    int version = Integer.parseInt(
                            Files.readString(release).replaceFirst("(?s).*JAVA_VERSION=\"(\\d+).*", "$1"));
                    if (home.equals(own) || version == 17 || version == 25) {
                        jdks.putIfAbsent(version, home);
                    }
                }
            }
        }
        return jdks;
    }

    /** The bill of materials names the library alone, without what differs from build to build. */
    @Test
    void theBillOfMaterialsHasNoDependency() throws Exception {
        String bill = text("-cyclonedx.json");

        assertThat(bill)
                .contains("\"bomFormat\" : \"CycloneDX\"", "pkg:maven/io.github.dlfs4j/dlfs4j@" + VERSION)
                .contains("\"id\" : \"Apache-2.0\"", "\"dependsOn\" : [ ]")
                .doesNotContain("timestamp", "serialNumber", "pkg:maven/org.", "pkg:maven/com.");
        Path file = project.file("target/" + NAME + "-cyclonedx.json");
        Files.delete(file);
        type("mvn -Prelease cyclonedx:makeBom" + LITTLE);
        assertThat(file).hasContent(bill);
    }
}
