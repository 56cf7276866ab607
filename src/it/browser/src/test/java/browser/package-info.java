/**
 * Tests of the page of {@code --serve}, which use it in Chromium as a person does. {@code mvn verify -Dit=browser} runs
 * them; Chromium and its driver must be on the path.
 */
package browser;
