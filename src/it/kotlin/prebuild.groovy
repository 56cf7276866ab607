// The programs of the page about Kotlin, each in a file of its own, and what the last one prints; its set-up is the pom's.
def page = new File(basedir, '../../../src/docs/kotlin.md').text
def code = (page =~ /(?s)```kotlin\n(.*?)```/).collect { it[1] }
assert code.size() == 2
def pom = new File(basedir, 'pom.xml').text.replaceAll(/(?s)<configuration>.*?<\/configuration>|<!--.*?-->|\s/, '')
(page =~ /(?s)```xml\n(.*?)```/).each { assert pom.contains(it[1].replaceAll(/\s/, '')) }
def folder = new File(basedir, 'src/main/kotlin')
folder.mkdirs()
new File(folder, 'Operators.kt').text = code[0]
new File(folder, 'Main.kt').text = code[1]
new File(basedir, 'printed.txt').text = (page =~ /(?s)```text\n(.*?)```/)[0][1]
return true
