"""The kinds of records: tables of functions that draw one."""


def table():
    """A new table, and the decorator that enters into it a function which draws a record and returns its fields."""
    kinds = {}

    def kind(*fields):
        def enter(make):
            kinds[make.__name__] = ("# " + "\t".join(fields), make)
            return make

        return enter

    return kinds, kind
