"""Opens tables in the spreadsheet program, changes a cell of each, and saves them.

Arguments: name of the pipe on which the program listens, then pairs of files: what to open, and what
to save it as (.csv or .xlsx).
"""

import pathlib
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

# Comma, double quotes, UTF-8, from the first line; text is not taken for anything else.
CSV = "44,34,76,1,,0,false,true,false"


def setting(name, value):
    made = PropertyValue()
    made.Name = name
    made.Value = value
    return made


def desktop(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    end = time.monotonic() + 60
    while True:
        try:
            there = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return there.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", there
            )
        except NoConnectException:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


def opening(name):
    if name.endswith(".csv"):
        return (
            setting("Hidden", True),
            setting("FilterName", "Text - txt - csv (StarCalc)"),
            setting("FilterOptions", CSV),
        )
    return (setting("Hidden", True),)


def saving(name):
    if name.endswith(".csv"):
        return (
            setting("FilterName", "Text - txt - csv (StarCalc)"),
            setting("FilterOptions", CSV),
        )
    return (setting("FilterName", "Calc MS Excel 2007 XML"),)


def change(sheet):
    """Capitals mean the same to the rules; to the file it is another cell."""
    for column in range(40):
        cell = sheet.getCellByPosition(column, 1)
        if cell.String:
            text = cell.String
            cell.String = text.upper() if text != text.upper() else text.lower()
            return


def main():
    program = desktop(sys.argv[1])
    files = sys.argv[2:]
    for opened, saved in zip(files[::2], files[1::2]):
        document = program.loadComponentFromURL(
            pathlib.Path(opened).as_uri(), "_blank", 0, opening(opened)
        )
        change(document.Sheets.getByIndex(0))
        document.storeToURL(pathlib.Path(saved).as_uri(), saving(saved))
        document.close(True)
    program.terminate()


main()
