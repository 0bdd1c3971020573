package travel.opslayer.web.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.invisibilityOfElementLocated;
import static org.openqa.selenium.support.ui.ExpectedConditions.not;
import static org.openqa.selenium.support.ui.ExpectedConditions.presenceOfElementLocated;
import static org.openqa.selenium.support.ui.ExpectedConditions.textToBe;
import static org.openqa.selenium.support.ui.ExpectedConditions.textToBePresentInElementLocated;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page in a browser, as a newcomer uses it. */
class PageTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir static Path folder;
  private static OpenOffice office;

  private ChromeDriver browser;
  private WebDriverWait wait;

  @BeforeAll
  static void open() throws Exception {
    office = OpenOffice.start(folder, OpenOffice.hastyRules(folder), Map.of());
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @BeforeEach
  void visit() throws Exception {
    browser = Browser.start(Files.createTempDirectory(folder, "profile"));
    wait = new WebDriverWait(browser, PATIENCE);
    browser.manage().window().setSize(new Dimension(1280, 800));
    browser.get(office.address() + "/");
    awaitText("#zone", "Kathmandu");
  }

  @AfterEach
  void nothing_went_wrong_in_the_browser() {
    try {
      assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
          .filteredOn(it -> it.getLevel().intValue() >= Level.WARNING.intValue())
          .isEmpty();
    } finally {
      browser.quit();
    }
  }

  @Test
  void an_enquiry_is_answered_explained_and_taken_over_by_a_colleague() {
    write("#customer", "Interested in EBC trek for 2 people");
    awaitText("#customer .theirs .choices", "I want a quote");
    awaitText("#colleague .theirs", "New lead LD-301 Lucía");

    click("#customer .choice");
    awaitText("#customer .mine:has(blockquote) .words", "I want a quote");
    awaitText("#colleague .chat", "asks for a quote");

    click("#customer .bubble [data-act=why]");
    awaitText("#decision h2", "Lucía (customer): enquire");
    assertThat(text("#decision .inwords"))
        .contains("permitted", "LD-301", "Sarita Gurung (sales)", "first reply");
    assertThat(text("#decision .rules"))
        .contains("rules/20-authorise/permit.csv row 2", "Role customer");
    assertThat(text("#decision table")).contains("departure free", "3");
    assertThat(text("#decision .nearly"))
        .contains("rules/50-reply/reply.csv row 3", "Missing: departure state is full", "was open");
    assertThat(text("#decision .whatif"))
        .contains("If departure state were full, not open", "Then it answers with enquiry/full")
        .contains("No row permits enquire to this sender now.");

    click("#colleague .theirs [data-act=reply]");
    browser.switchTo().activeElement().sendKeys("Hello Lucía, it is on its way.", Keys.ENTER);
    awaitText("#customer .chat", "Hello Lucía, it is on its way.");
    assertThat(text("#colleague .mine blockquote")).contains("New lead LD-301");
  }

  @Test
  void what_people_write_is_shown_as_text_and_is_there_after_a_reload() {
    var script = "<script>document.title='run'</script><img src=x onerror=alert(1)>";
    pick("#customer", "+447700900103");
    write("#customer", script);
    awaitText("#customer .mine .words", script);
    awaitText("#customer .theirs", "What can I do?");

    browser.navigate().refresh();

    awaitText("#customer .mine .words", script);
    assertThat(text("#customer .theirs")).contains("What can I do?");
    assertThat(browser.getTitle()).startsWith("Simulator");
    assertThat(browser.findElements(By.cssSelector("#customer .bubble script, .bubble img")))
        .isEmpty();
  }

  @Test
  void a_hint_is_one_tap_and_goes_when_it_is_told_to() {
    pick("#customer", "+12025550104");
    awaitText("#hint", "Emma Chen");
    click("[data-say='?']");
    awaitText("#customer .choices.list", "Ask about a trip");

    click("#enough");
    browser.navigate().refresh();
    awaitText("#zone", "Kathmandu");

    wait.until(invisibilityOfElementLocated(By.id("hint")));
  }

  @Test
  void a_number_that_is_new_writes_and_shares_a_voice_note() {
    pick("#customer", "new");
    browser.findElement(By.cssSelector("#customer .stranger [name=name]")).sendKeys("Xavi");
    click("#customer .stranger button");
    awaitText("#customer .about", "has never written");
    click("#customer [data-media=voice]");

    awaitText("#customer .mine .media", "Voice note");
    awaitText("#customer .theirs", "cannot open that here");
  }

  @Test
  void the_clock_moves_by_a_tap_and_a_fault_is_seen_at_the_message() {
    pick("#customer", "+819000000105");
    click("[data-advance=PT1H]");
    awaitText("#now", ", 1");
    new Select(browser.findElement(By.id("fault"))).selectByValue("timeout");
    click(".faults button");
    awaitText("#notices", "for the next send");
    write("#customer", "?");

    awaitText("#customer .away .state", "nobody knows whether it arrived");
    assertThat(browser.findElement(By.cssSelector("#customer .away .choice")).isEnabled())
        .isFalse();
  }

  @Test
  void an_author_reads_what_is_wrong_and_odd_and_goes_back_to_earlier_rules() throws Exception {
    click("#to-rules");
    awaitText("#rules .inforce", "in force since");
    var good = text("#hash");
    assertThat(text("#rules .notes")).contains("30-transition/lead.csv cell A3", "Maybe add a row");

    change("enquire,customer", "enquire,custmer");
    awaitText("#rules .problems", "20-authorise/permit.csv cell B2");
    assertThat(text("#rules .problems")).contains("Role (custmer)", "Maybe 'customer'?");
    assertThat(text("#tab-rules")).contains("1 problem");
    assertThat(text("#hash")).isEqualTo(good);

    change("enquire,custmer", "enquire,manager");
    wait.until(not(textToBe(By.id("hash"), good)));
    awaitText("#rules .history li:nth-child(2)", good);
    assertThat(browser.findElements(By.cssSelector("#rules .problems"))).isEmpty();

    click("#rules .history .link");
    browser.switchTo().activeElement().sendKeys(Keys.ESCAPE);
    assertThat(browser.switchTo().activeElement().getText()).isEqualTo("Go back to these");
    browser.switchTo().activeElement().sendKeys(Keys.ENTER);
    browser.switchTo().activeElement().sendKeys(Keys.ENTER); // without a reason nothing happens
    browser.switchTo().activeElement().sendKeys("customers complain", Keys.ENTER);
    awaitText("#rules .history li:first-child", "Brought back by simulator: customers complain");
    awaitText("#hash", good);
    assertThat(text("#rules .inforce")).contains(good, "held back");
    change("enquire,manager", "enquire,customer");
    awaitText("#rules", "None. What you save");
    assertThat(text("#rules .inforce")).contains("went back").doesNotContain("held back");
  }

  @Test
  void the_tabs_are_one_stop_of_the_keyboard_and_arrows_go_from_one_to_the_next() {
    var why = browser.findElement(By.id("tab-decision"));
    why.click();
    why.sendKeys(Keys.ARROW_RIGHT);

    assertThat(browser.switchTo().activeElement().getDomAttribute("id")).isEqualTo("tab-rules");
    assertThat(browser.findElement(By.id("rules")).isDisplayed()).isTrue();
    assertThat(browser.findElement(By.id("decision")).isDisplayed()).isFalse();
    assertThat(why.getDomAttribute("tabindex")).isEqualTo("-1");
  }

  @Test
  void a_narrow_screen_shows_all_without_scrolling_sideways() {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 400, "height", 800, "deviceScaleFactor", 1, "mobile", true));

    assertThat(browser.executeScript("return document.documentElement.scrollWidth"))
        .isEqualTo(400L);
    click("#to-rules");
    awaitText("#rules .notes", "lead.csv");
    assertThat(browser.executeScript("return document.documentElement.scrollWidth"))
        .isEqualTo(400L);
    var customer = browser.findElement(By.id("customer")).getRect();
    var colleague = browser.findElement(By.id("colleague")).getRect();
    assertThat(colleague.getY()).isGreaterThanOrEqualTo(customer.getY() + customer.getHeight());
  }

  private static void change(String is, String becomes) throws IOException {
    var file = folder.resolve("rules/20-authorise/permit.csv");
    Files.writeString(file, Files.readString(file).replace(is, becomes));
  }

  private void write(String phone, String text) {
    browser.findElement(By.cssSelector(phone + " textarea")).sendKeys(text, Keys.ENTER);
  }

  private void pick(String phone, String value) {
    wait.until(presenceOfElementLocated(By.cssSelector(phone + " option[value='+447700900103']")));
    new Select(browser.findElement(By.cssSelector(phone + " .picker"))).selectByValue(value);
  }

  private void awaitText(String place, String text) {
    wait.until(textToBePresentInElementLocated(By.cssSelector(place), text));
  }

  /** The page draws itself anew whenever something has happened, perhaps between look and tap. */
  private void click(String place) {
    wait.ignoring(StaleElementReferenceException.class)
        .until(
            it -> {
              it.findElement(By.cssSelector(place)).click();
              return true;
            });
  }

  private String text(String place) {
    return wait.ignoring(StaleElementReferenceException.class)
        .until(it -> it.findElement(By.cssSelector(place)).getText());
  }
}
