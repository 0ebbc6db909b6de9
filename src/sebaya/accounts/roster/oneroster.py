import zipfile
def tables(archive): raise NotImplementedError
