def classes = new File(basedir, 'target/classes').path
def libraries = new File(basedir, 'target/classpath.txt').text.trim()
def java = new File(System.getProperty('java.home'), 'bin/java').path
def process = [java, '-cp', classes + File.pathSeparator + libraries, 'MainKt'].execute()
def printed = new StringBuilder()
process.waitForProcessOutput(printed, System.err)
assert process.exitValue() == 0
assert printed.toString() == new File(basedir, 'printed.txt').text
return true
