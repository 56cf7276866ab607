// The consumer inherits no dependency but the library itself.
def log = new File(basedir, 'build.log').text
def tree = log.readLines().findAll { it ==~ /\[INFO\] [+\\|]-? ?.*:(jar|zip):.*/ }
assert tree.size() == 1 && tree[0].contains('io.github.dlfs4j:dlfs4j:jar')

def library = new File(basedir, 'target/classpath.txt').text.trim()
def consumer = new File(basedir, 'target/classes').path
def classPath = ['-cp', consumer + File.pathSeparator + library, 'consumer.Main']
def modulePath = ['-p', consumer + File.pathSeparator + library, '-m', 'consumer/consumer.Main']
def vectorModule = ['--add-modules', 'jdk.incubator.vector']

// The JDK of this build, and of those installed beside it the first of each version that the library promises to run on.
def jdks = [:]
def own = new File(System.getProperty('java.home'))
([own] + own.parentFile.listFiles().sort().toList()).each { home ->
    def release = new File(home, 'release')
    if (release.exists() && new File(home, 'bin/java').canExecute()) {
        def version = (release.text =~ /JAVA_VERSION="(\d+)/)[0][1] as int
        if (home == own || version in [17, 25]) {
            jdks.putIfAbsent(version, home)
        }
    }
}

def run = { home, arguments ->
    def process = new ProcessBuilder([new File(home, 'bin/java').path] + arguments).start()
    def printed = new StringBuilder()
    process.waitForProcessOutput(printed, new StringBuilder())
    assert process.exitValue() == 0 : "$home $arguments"
    return printed.toString().readLines()
}

jdks.each { version, home ->
    // The jar alone is the main job.
    assert run(home, ['-jar', library, '--version']) == ['dlfs4j ' + (library =~ /dlfs4j-(.+)\.jar/)[0][1]]
    [(classPath): /unnamed module @\w+/, (modulePath): /module io.github.dlfs4j/].each { path, module ->
        [[], vectorModule, ['-Ddlfs4j.kernel=vector'] + vectorModule].each { options ->
            def lines = run(home, options + path)
            println "consumer, JDK $version, ${(options + path[0]).join(' ')}: ${lines[1]}"
            assert lines[0] ==~ module
            assert lines[1] in (options.isEmpty() || version < 25 ? ['plain'] // whatever the options ask for
                    : options == vectorModule ? ['plain', 'vector'] // with short vectors the plain kernel stays
                    : ['vector'])
            assert lines.drop(2) == ['[0.25 0.4  0.5 ]', '[[0.10793418 0.89206582]', ' [0.67642907 0.32357093]]', 'true', '1']
        }
    }
}
return true
