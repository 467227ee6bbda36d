package trefas.verification;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/// The page in headless Chromium, and the hands and eyes of somebody before it.
final class HeadlessPage implements AutoCloseable {

    /// Generous: machines that test are busy.
    private static final Duration WAIT_MAX = Duration.ofSeconds(60);

    private static final Duration FOLLOWING_MAX = Duration.ofSeconds(3);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration LONG_PRESS = Duration.ofMillis(6_500);

    private static final String WEBJARS = "/META-INF/resources/webjars/";
    private static final Pattern REQUESTED = Pattern.compile(
            "\"method\":\"Network.requestWillBeSent\".*?\"documentURL\":\"((?:http|file)[^\"]*)\".*?\"request\":\\{.*?\"url\":\"([^\"]*)\"");

    private final String origin;
    private final ChromeDriver driver;
    final LcdReader lcd;

    private HeadlessPage(String origin, ChromeDriver driver) {
        this.origin = origin;
        this.driver = driver;
        this.lcd = new LcdReader(driver);
    }

    /// Opens the page of a meter.
    static HeadlessPage open(String origin) {
        HeadlessPage page = blank(origin);
        page.load();
        return page;
    }

    /// Opens a browser that shows nothing yet.
    ///
    /// @param origin what [#load] loads; empty when only files are looked at
    static HeadlessPage blank(String origin) {
        var options = new ChromeOptions();
        options.setBinary(installed("chromium", "chromium"));
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(installed("chromedriver", "chromium-driver")))
                .build();
        var page = new HeadlessPage(origin, new ChromeDriver(service, options));
        page.driver.manage().timeouts().scriptTimeout(WAIT_MAX);
        return page;
    }

    /// The path of a program, or a failure that says which Debian package has it.
    private static String installed(String program, String debianPackage) {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseGet(() -> fail("This test looks at the page with " + program + ": apt-get install "
                        + debianPackage + " brings it."));
    }

    /// Loads the page anew and waits until the glass is lit.
    void load() {
        driver.get(origin + "/");
        await(() -> lcd.darkShapes() > 0);
    }

    /// Shows a file, which is complete when this returns.
    void show(Path file) {
        driver.get(file.toUri().toString());
    }

    void await(Condition condition) {
        new WebDriverWait(driver, WAIT_MAX, LOOK).until(_ -> condition.holds());
    }

    /// Whether something becomes true within the time the page takes to follow its meter.
    boolean holdsSoon(Condition condition) {
        try {
            return new WebDriverWait(driver, FOLLOWING_MAX, LOOK).until(_ -> condition.holds());
        } catch (TimeoutException stayed) {
            return false;
        }
    }

    /// Something on the page that becomes true.
    @FunctionalInterface
    interface Condition {
        boolean holds();
    }

    /// Moves a slider with the keyboard.
    void slide(String control, Keys... keys) {
        driver.findElement(By.id("control-" + control)).sendKeys(keys);
    }

    double slider(String control) {
        return ((Number) ask("return document.getElementById('control-" + control + "').valueAsNumber;")).doubleValue();
    }

    /// Clicks with the mouse.
    void click(String selector) {
        driver.findElement(By.cssSelector(selector)).click();
    }

    /// Holds the mouse down for as long as a long press takes, and a little longer.
    void hold(String selector) {
        WebElement button = driver.findElement(By.cssSelector(selector));
        new Actions(driver).clickAndHold(button).pause(LONG_PRESS).release().perform();
    }

    /// Presses a key while nothing in particular has the focus.
    void press(Keys key) {
        run("document.activeElement.blur();");
        driver.findElement(By.tagName("body")).sendKeys(key);
    }

    /// Presses a letter while nothing in particular has the focus.
    void type(String letter) {
        run("document.activeElement.blur();");
        driver.findElement(By.tagName("body")).sendKeys(letter);
    }

    String text(String selector) {
        return driver.findElement(By.cssSelector(selector)).getText();
    }

    String attribute(String selector, String name) {
        return String.valueOf(driver.findElement(By.cssSelector(selector)).getDomAttribute(name));
    }

    /// What a script returns.
    Object ask(String script) {
        return Objects.requireNonNull(driver.executeScript(script), script);
    }

    /// The lines a script returns in an array.
    List<String> lines(String script) {
        return ((List<?>) ask(script)).stream().map(String::valueOf).toList();
    }

    void run(String script) {
        driver.executeScript(script);
    }

    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /// Makes the visitor want something, such as a dark page: `prefers-color-scheme`, `dark`.
    void prefer(String feature, String value) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    /// What the console has complained about since it was last asked.
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /// What the page has asked for since it was last asked.
    List<String> requested() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> REQUESTED.matcher(entry.getMessage()))
                .filter(Matcher::find)
                .map(found -> found.group(2))
                .toList();
    }

    /// WCAG A and AA rules the page breaks, by axe-core, each with where.
    List<String> axeViolations() throws IOException {
        driver.executeScript(axe());
        Object found = driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(
                  ({ violations, passes }) => done(passes.length === 0 ? ['no rule was tried'] : violations.map((rule) =>
                    `${rule.id}: ${rule.help} at ${rule.nodes.map((node) => node.target.join(' ')).join(', ')}`)),
                  (error) => done([String(error)]));
                """);
        return ((List<?>) Objects.requireNonNull(found))
                .stream().map(Object::toString).toList();
    }

    private static String axe() throws IOException {
        var properties = new Properties();
        try (InputStream in = resource("/META-INF/maven/org.webjars.npm/axe-core/pom.properties")) {
            properties.load(in);
        }
        try (InputStream in = resource(WEBJARS + "axe-core/" + properties.getProperty("version") + "/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(HeadlessPage.class.getResourceAsStream(name), name);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
