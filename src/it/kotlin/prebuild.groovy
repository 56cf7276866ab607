// The programs of the page about Kotlin, each in a file of its own, and what the last one prints.
def page = new File(basedir, '../../../src/docs/kotlin.md').text
def code = (page =~ /(?s)```kotlin\n(.*?)```/).collect { it[1] }
assert code.size() == 2
new File(basedir, 'src').mkdirs()
new File(basedir, 'src/Operators.kt').text = code[0]
new File(basedir, 'src/Main.kt').text = code[1]
new File(basedir, 'printed.txt').text = (page =~ /(?s)```text\n(.*?)```/)[0][1]
return true
